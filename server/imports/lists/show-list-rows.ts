import type { Db } from "@/db/client";
import { findMatchedFacts } from "@/db/queries/imports-shown";
import { findAreaKinds } from "@/db/queries/report-records";
import type { RowPlan } from "@/domain/imports/outcome";
import { cellsOf, keptAreaOf } from "@/domain/imports/read-row";
import type { ImportRow } from "@/domain/imports/row";
import { type AroundRow, factsToPublish, type RowFact } from "@/domain/imports/row-facts";
import { NO_LONGER_NAMED } from "@/domain/imports/says";
import {
  couldBeHidden,
  namesHidden,
  problemsWithoutPlace,
  tellsPlace,
  withoutPlace,
} from "@/domain/imports/without-place";
import type { ServiceCategory } from "@/domain/services/category";
import type { ImportBatch } from "@/server/imports/engine/find-import";
import type { SeenRow, StoredRow } from "@/server/imports/engine/import-format";
import { findAreaOnlyRule } from "@/server/records/area-only";

type ListRow = StoredRow<string[]>;
type IsHidden = (category: ServiceCategory) => boolean;

/** What rows of a list say and would publish; nothing of it tells a place that is kept nowhere. */
export async function showListRows(db: Db, batch: ImportBatch, rows: readonly ListRow[]): Promise<SeenRow[]> {
  const isHidden = await findAreaOnlyRule(db);
  const around = await aroundRows(db, rows, isHidden);
  return rows.map((row) => {
    const facts = factsOfList(row, around);
    const { item: cells, ...told } = withoutTelling(row, batch, isHidden);
    return { ...told, cells: shownCells(row, batch, isHidden), facts, question: { kind: "cells", cells } };
  });
}

/** Refused rows of a list: their cells under the file's own headings. */
export async function refusedListRows(db: Db, batch: ImportBatch, rows: readonly ListRow[]) {
  const isHidden = await findAreaOnlyRule(db);
  return { header: batch.header, cells: rows.map((row) => shownCells(row, batch, isHidden)) };
}

/** The cells of a row for others than its importer: until a column is chosen for the category they are stored as they came. */
function shownCells(
  { item, problems }: Pick<ListRow, "item" | "problems">,
  { header, mapping }: Pick<ImportBatch, "header" | "mapping">,
  isHidden: IsHidden,
): string[] {
  if (!namesHidden(item, mapping, isHidden) && !couldBeHidden(problems)) return item;
  const areaId = keptAreaOf(cellsOf(item, mapping).place);
  return withoutPlace(item, { mapping, width: header.length, areaId });
}

/**
 * A row that was stored with its place, because nobody knew then that its category is shown by area only: what was planned
 * with it, and what is wrong with it, name the place as well.
 */
function withoutTelling(
  row: ListRow,
  { mapping }: Pick<ImportBatch, "mapping">,
  isHidden: IsHidden,
): ListRow {
  const { item, parsed, problems, warnings } = row;
  const isHiddenRow = parsed ? isHidden(parsed.category) : namesHidden(item, mapping, isHidden);
  if (!isHiddenRow || (parsed && parsed.areaId !== null)) return row;
  return {
    ...row,
    plan: null,
    problems: tellsPlace(problems) ? problems : problemsWithoutPlace(problems),
    warnings: problemsWithoutPlace(warnings),
  };
}

type Around = (row: ImportRow, plan: RowPlan) => AroundRow;

/** What the records say of the areas, places and providers of some rows, fetched for all of them at once. */
async function aroundRows(db: Db, rows: readonly ListRow[], isHidden: IsHidden): Promise<Around> {
  const idsOf = (idOf: (plan: RowPlan) => string | null | undefined) => [
    ...new Set(rows.flatMap(({ plan }) => (plan && idOf(plan)) || [])),
  ];
  const areas = await findAreaKinds(
    db,
    idsOf(({ areaId }) => areaId),
  );
  const areaNames = new Map(areas.map(({ id, nameEn }) => [id, nameEn]));
  const { addresses, forms } = await findMatchedFacts(db, {
    placeIds: idsOf(({ place }) => place?.id),
    providerIds: idsOf(({ provider }) => provider?.id),
  });
  return ({ category }, { areaId, place, provider }) => ({
    areaName: areaNames.get(areaId ?? "") ?? null,
    placeAddress: addresses.get(place?.id ?? "") ?? null,
    legalForm: forms.get(provider?.id ?? "") ?? null,
    isHidden: isHidden(category),
  });
}

function factsOfList({ parsed, plan, item }: ListRow, around: Around): RowFact[] {
  if (!plan) return [];
  if (parsed) return factsToPublish(parsed, plan, around(parsed, plan));
  return item.length === 0 && plan.changes.length > 0 ? [{ name: "note", value: NO_LONGER_NAMED }] : [];
}
