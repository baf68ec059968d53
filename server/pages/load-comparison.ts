import { type Db, getDb } from "@/db/client";
import { listAreasOfKinds } from "@/db/queries/areas";
import { listMainCarers } from "@/db/queries/carers-by-area";
import { listUnknownCarers } from "@/db/queries/unknown-carers";
import type { ShareOfCareTable } from "@/db/reference/waiting-times-table";
import { type AreaKind, NATIONS, type Nation } from "@/domain/areas/area";
import { COMPARED_KINDS } from "@/domain/figures/compare-services";
import { type CompareOrder, compareShares, notKnownOf } from "@/domain/figures/compare-shares";
import { shareOfCare } from "@/domain/figures/share-of-care";
import type { ComparedBody, ComparisonPageData } from "@/domain/pages/comparison-page";
import type { Definition } from "@/domain/providers/legal-form";
import { readShareOfCare } from "@/server/pages/read-share-of-care";

/** An organisation with a third of what an area's share is of is named beside it. */
const A_THIRD = 1 / 3;

/**
 * Areas held against each other, where that is fair: health bodies by how much treatment was done outside the NHS, and the lists of
 * areas that are like each other by what is known of their services (`load-like-areas.ts`).
 * @param table the newest month that we have unless a test says otherwise.
 */
export async function loadComparison(
  definition: Definition,
  order: CompareOrder,
  db: Db = getDb(),
  table: () => Promise<ShareOfCareTable> = () => readShareOfCare(db),
): Promise<ComparisonPageData> {
  const areas = await listAreasOfKinds(db, COMPARED_KINDS);
  const { period, payers } = await table();
  const cells = new Map(payers.map((payer) => [payer.payer, payer.cells]));
  const carers = await listMainCarers(db, period, definition);
  const healthBodies = areas.flatMap((area): ComparedBody[] => {
    const own = area.kind === "icb" ? cells.get(area.code) : undefined;
    if (!own) return [];
    const share = shareOfCare(own, definition);
    const carer = carers.get(area.id);
    const atLeast = carer && share.together.outside > 0 ? carer.completed / share.together.outside : 0;
    const main = carer && atLeast >= A_THIRD ? { slug: carer.slug, name: carer.name, atLeast } : null;
    return [{ name: area.nameEn, area, share, notKnown: notKnownOf(own, definition), main }];
  });
  const all = payers.flatMap((payer) => payer.cells);
  const england = shareOfCare(all, definition);
  return {
    month: period,
    england,
    englandNotKnown: notKnownOf(all, definition),
    unknownCarers: england.unknown > 0 ? await listUnknownCarers(db, period, null) : [],
    healthBodies: compareShares(healthBodies, order),
    lists: listsOf(areas),
  };
}

/** One list for each kind in each nation that has two of it or more. */
function listsOf(areas: readonly { kind: AreaKind; nation: Nation }[]): ComparisonPageData["lists"] {
  return NATIONS.flatMap((nation) =>
    COMPARED_KINDS.map((kind) => ({
      kind,
      nation,
      areas: areas.filter((area) => area.kind === kind && area.nation === nation).length,
    })),
  ).filter(({ areas: count }) => count > 1);
}
