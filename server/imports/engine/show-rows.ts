import type { Db } from "@/db/client";
import type { ImportRowStored } from "@/db/queries/imports";
import { formatOf } from "@/server/imports/engine/find-format";
import type { ImportBatch } from "@/server/imports/engine/find-import";
import type { SeenRow } from "@/server/imports/engine/import-format";
import { readRows } from "@/server/imports/engine/stored-rows";

/** A row as whoever may read imports sees it. `question` is for its importer, who repairs it; the others see `cells`. */
export type ShownRow = SeenRow & {
  /** Whether the site says now what the row says. */
  published: "not" | "now" | "undone";
};

/** What rows of an import say, would publish and have published; nothing of it tells a place that is kept nowhere. */
export async function showRows(
  db: Db,
  batch: ImportBatch,
  rows: readonly ImportRowStored[],
): Promise<ShownRow[]> {
  const format = formatOf(batch);
  const kept = new Set((batch.keptWhenUndone ?? []).map(({ recordId }) => recordId));
  const seen = await format.show(db, batch, readRows(format.shape, rows));
  return seen.map((row) => ({ ...row, published: publishedOf(batch, row, kept) }));
}

function publishedOf(
  { state }: ImportBatch,
  { isApplied, recordIds }: SeenRow,
  kept: ReadonlySet<string>,
): ShownRow["published"] {
  if (!isApplied) return "not";
  return state !== "undone" || recordIds?.some((id) => kept.has(id)) ? "now" : "undone";
}
