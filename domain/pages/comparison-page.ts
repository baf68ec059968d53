import type { Like, LikeArea, LikeOrder, RankedLike } from "@/domain/figures/compare-services";
import type { NotKnown, ShareComparison } from "@/domain/figures/compare-shares";
import type { MainRunner } from "@/domain/figures/main-runners";
import type { Named } from "@/domain/figures/service-row";
import type { ShareOfCare } from "@/domain/figures/share-of-care";
import type { UnknownBeside } from "@/domain/figures/unknown-beside";
import type { AreaSummary } from "@/domain/pages/area-page";

/** A health body with its share, what the share leaves out, and the organisation that did a third of it or more. */
export type ComparedBody = {
  name: string;
  area: AreaSummary;
  share: ShareOfCare;
  notKnown: NotKnown;
  /** `atLeast` of the treatment outside, 0 to 1: who paid is told from ten treatments on only. */
  main: (Named & { atLeast: number }) | null;
};

export type ComparisonPageData = {
  /** "2026-04" */
  month: string;
  england: ShareOfCare;
  englandNotKnown: NotKnown;
  /** Who did what `england.unknown` counts. */
  unknownCarers: Named[];
  healthBodies: ShareComparison<ComparedBody>;
  /** Lists of areas that are like each other, with how many areas each has. */
  lists: (Like & { areas: number })[];
};

export type LikeRow = LikeArea & { area: AreaSummary & { code: string } };

/** Areas of one kind in one nation, in an order. */
export type LikeAreasData = Like & {
  order: LikeOrder;
  /** Services in any of the areas that are in no count because nobody knows what their organisation is. */
  unknown: UnknownBeside;
  /** `main` runs a third of the area's services or more. */
  rows: (RankedLike<LikeRow> & { main: readonly MainRunner[] })[];
};
