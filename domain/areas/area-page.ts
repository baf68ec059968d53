import type { AreaKind, BoundingBox, Nation } from "./area";

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

/** Another area that covers the same ground. `share` (0 to 1) of this area's postcodes lie in it. */
export type Overlap = AreaSummary & { share: number };

/** The MP of a constituency as the dataset of that day has it. */
export type MpRead = { name: string; party: string; url: string; asOf: string };

/** What somebody else counted in the area: theirs, on their day, never added to our figures. */
export type ReportedCount = {
  count: number;
  /** What they counted, in their words, such as "places". */
  counted: string;
  /** Who counted, where the source quotes somebody else. */
  by: string;
  /** Partial date of the source. */
  publishedOn: string | null;
  publisher: string;
  title: string;
  url: string | null;
};
