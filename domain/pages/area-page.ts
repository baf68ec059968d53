import type { AreaKind, BoundingBox, Nation } from "@/domain/areas/area";
import type { Coverage } from "@/domain/areas/coverage";
import type { DatasetRead } from "@/domain/areas/reference-dataset";
import type { SourceRead } from "@/domain/claims/reading";
import type { Counts } from "@/domain/figures/count";
import type { ReportedCount } from "@/domain/figures/reported-count";
import type { ServiceRow } from "@/domain/figures/service-row";
import type { ShareOfCareData } from "@/domain/figures/share-of-care";
import type { UnknownBeside } from "@/domain/figures/unknown-beside";
import type { AnswerPart } from "@/domain/pages/area-answer";
import type { NearbyService } from "@/domain/pages/nearby";
import type { ChangesOfYear } from "@/domain/registrations/changes";
import type { RegisteredCount } from "@/domain/registrations/registered";

/** An area as pages show it. */
export type AreaSummary = {
  id: string;
  kind: AreaKind;
  slug: string;
  nameEn: string;
  nameCy: string | null;
  nation: Nation;
};

export type AreaDetail = AreaSummary & {
  code: string;
  bbox: BoundingBox;
  population: number | null;
  populationYear: number | null;
  validFrom: string | null;
  validTo: string | null;
};

/** An area that exists no more, and what it became, the largest part first. */
export type EndedArea = AreaSummary & {
  code: string;
  validFrom: string | null;
  validTo: string | null;
  /** `share` (0 to 1) of the ended area by the measure `basis` names; null where the source gives none. */
  successors: (AreaSummary & { share: number | null; basis: string })[];
};

/** Another area that covers the same ground. `share` (0 to 1) of this area's postcodes lie in it. */
export type Overlap = AreaSummary & { share: number };

/** The MP of a constituency as the dataset of that day has it. */
export type MpRead = { name: string; party: string; url: string; asOf: string };

/** All that an area's page says under one definition. */
export type AreaPageData = {
  area: AreaDetail;
  counts: Counts;
  answer: AnswerPart[];
  coverage: Coverage;
  /** What the regulator's register says of its GP practices, by kind. */
  registered: readonly RegisteredCount[];
  /** Of an area that has enough practices: how many changed their registered provider, by year. */
  changes: readonly ChangesOfYear[];
  /** Those the definition counts, planned ones among them, and ended ones last. */
  services: ServiceRow[];
  /** How many of a known kind the definition leaves out. */
  leftOut: number;
  /** Those that it leaves out because nobody knows what their organisation is. */
  unknown: UnknownBeside;
  reported: ReportedCount[];
  /** For integrated care boards and England; null elsewhere. */
  shareOfCare: ShareOfCareData | null;
  overlaps: Overlap[];
  /** Known only by a town that the area shares with others; in no count of this page. */
  sharedTowns: ServiceRow[];
  /** Of a constituency: the nearest services outside it. */
  nearby: NearbyService[];
  /** The lists of postcodes that lead here. */
  postcodeData: DatasetRead[];
  mp: MpRead | null;
  sources: SourceRead[];
};
