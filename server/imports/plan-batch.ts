import type { Db } from "@/db/client";
import { type ImportRowStored, listRows, type NewImportRow, saveRows } from "@/db/queries/imports";
import { ukToday } from "@/domain/dates/partial-date";
import { missingColumns } from "@/domain/imports/columns";
import { countOutcomes, type RowDecision } from "@/domain/imports/outcome";
import { readList } from "@/domain/imports/read-list";
import type { ImportBatch } from "@/server/imports/find-import";
import { keepNoPlace } from "@/server/imports/keep-no-place";
import { type Planned, planNoLongerListed, planRows, type ToPlan } from "@/server/imports/plan-rows";
import { findAreaOnlyRule } from "@/server/records/area-only";

export type RawWithDecision = { number: number; raw: readonly string[]; decision: RowDecision };
type Listed = Pick<ImportBatch, "id" | "header" | "mapping" | "source" | "format" | "isComplete">;

/** Reads and plans all rows of an import, without storing anything. */
export async function planAll(db: Db, batch: Listed, rows: readonly RawWithDecision[]): Promise<Planned[]> {
  const ofFile = rows.filter(({ raw }) => raw.length > 0);
  const planned = await planRows(db, readAll(batch, ofFile), { source: batch.source, today: ukToday() });
  return [...planned, ...(await planNoLongerListed(db, planned, batch))];
}

/** Each row as it reads under the import's columns; all refused while a column that every row needs is not chosen. */
export function readAll(batch: Listed, rows: readonly RawWithDecision[]): ToPlan[] {
  const missing = missingColumns(batch.mapping);
  if (missing.length > 0)
    return rows.map(({ number, decision }) => ({
      number,
      decision,
      row: null,
      problems: missing.map((column) => ({ column, code: "required", detail: "" })),
    }));
  const readings = readList(rows, batch.mapping, { width: batch.header.length, today: ukToday() });
  return readings.map((reading, index) => ({ ...reading, decision: rows[index]?.decision ?? null }));
}

/**
 * Stores what the rows would do, and counts it.
 * @returns the counts of the whole import.
 */
export async function savePlanned(
  db: Db,
  batch: Listed,
  planned: readonly Planned[],
  raws: ReadonlyMap<number, RawWithDecision>,
): Promise<Record<string, number>> {
  const numbers = new Set(planned.map(({ number }) => number));
  // A service that an earlier list named and that this one turned out to name as well.
  const stale = (await listRows(db, batch.id)).filter(
    ({ number, raw, outcome }) => raw.length === 0 && outcome === "ended" && !numbers.has(number),
  );
  if (batch.isComplete)
    await saveRows(
      db,
      stale.map((row) => ({ ...row, outcome: "unchanged", warnings: [] })),
    );
  const isHidden = await findAreaOnlyRule(db);
  const rows: NewImportRow[] = [];
  for (const { number, row, outcome, problems, warnings, plan } of planned) {
    const { raw = [], decision = null } = raws.get(number) ?? {};
    const kept = await keepNoPlace(db, batch, raw, { row, problems }, isHidden);
    rows.push({ batchId: batch.id, number, ...kept, parsed: row, outcome, warnings, plan, decision });
  }
  await saveRows(db, rows);
  return countOutcomes(await listRows(db, batch.id));
}

/** Stored rows by number, as they are read again. */
export function rawsOf(rows: readonly ImportRowStored[]): Map<number, RawWithDecision> {
  return new Map(rows.map(({ number, raw, decision }) => [number, { number, raw, decision }]));
}
