import { type Db, getDb } from "@/db/client";
import { listCoverage } from "@/db/queries/coverage";
import { listUnknownCarers } from "@/db/queries/unknown-carers";
import type { ShareOfCareTable } from "@/db/reference/waiting-times-table";
import { type AreaKind, HEALTH_BODY_KINDS } from "@/domain/areas/area";
import { compareCoverage, type LikeAreas } from "@/domain/areas/compare-coverage";
import { type Coverage, coverageOf } from "@/domain/areas/coverage";
import { type CompareOrder, compareShares, type ShareComparison } from "@/domain/figures/compare-shares";
import type { Named } from "@/domain/figures/service-row";
import { type ShareOfCare, shareOfCare } from "@/domain/figures/share-of-care";
import type { AreaSummary } from "@/domain/pages/area-page";
import type { Definition } from "@/domain/providers/legal-form";
import { readShareOfCare } from "@/server/pages/read-share-of-care";

/** Kinds of area that readers want to hold against each other. */
const COMPARED: readonly AreaKind[] = [...HEALTH_BODY_KINDS, "council", "constituency"];

export type ComparisonPageData = {
  /** "2026-04" */
  month: string;
  england: ShareOfCare;
  /** Who did what `england.unknown` counts. */
  unknownCarers: Named[];
  healthBodies: ShareComparison<{ name: string; area: AreaSummary; share: ShareOfCare }>;
  /** By what was found at the places that registers list. */
  places: LikeAreas<{ area: AreaSummary; coverage: Coverage }>[];
};

/**
 * Areas held against each other, where that is fair: health bodies by how much treatment was done outside the NHS, and areas by
 * how many of their places are outsourced, where enough of them were looked at.
 * @param table the newest month that we have unless a test says otherwise.
 */
export async function loadComparison(
  definition: Definition,
  order: CompareOrder,
  db: Db = getDb(),
  table: () => Promise<ShareOfCareTable> = () => readShareOfCare(db),
): Promise<ComparisonPageData> {
  const covered = (await listCoverage(db, COMPARED, definition)).map(({ area, kinds }) => ({
    area,
    coverage: coverageOf(area.nation, kinds),
  }));
  const { period, payers } = await table();
  const cells = new Map(payers.map((payer) => [payer.payer, payer.cells]));
  const healthBodies = covered.flatMap(({ area }) => {
    const own = area.kind === "icb" ? cells.get(area.code) : undefined;
    return own ? [{ name: area.nameEn, area, share: shareOfCare(own, definition) }] : [];
  });
  const england = shareOfCare(
    payers.flatMap((payer) => payer.cells),
    definition,
  );
  return {
    month: period,
    england,
    unknownCarers: england.unknown > 0 ? await listUnknownCarers(db, period, null) : [],
    healthBodies: compareShares(healthBodies, order),
    places: compareCoverage(covered),
  };
}
