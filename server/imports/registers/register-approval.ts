import { randomUUID } from "node:crypto";
import type { Db } from "@/db/client";
import { type ImportRowStored, saveRows } from "@/db/queries/imports";
import { insertSources } from "@/db/queries/sources";
import { ConflictError } from "@/domain/errors";
import { PLACE_REGISTERS, type PlaceRegister } from "@/domain/places/register-place";
import { saysTheSame } from "@/domain/records/same";
import { type ImportBatch, moveImport } from "@/server/imports/engine/find-import";
import type { ImportDrafts } from "@/server/imports/lists/import-drafts";
import { countItems, itemOf, rowsOfItems } from "@/server/imports/registers/register-batch";
import type { PlannedItem } from "@/server/imports/registers/register-item";
import { planItems } from "@/server/imports/registers/register-rows";
import type { RecordDraft } from "@/server/records/save-records";
import { isOvertaken } from "@/server/registers/edition-in-force";
import { registerSource } from "@/server/registers/register-sources";

type RegisterBatch = ImportBatch & { format: PlaceRegister };

export const isRegister = (batch: ImportBatch): batch is RegisterBatch =>
  PLACE_REGISTERS.some((register) => register === batch.format);

/**
 * What the chosen rows of a register make of the records. Every row is planned again: the records may have moved on since
 * the preview, by a correction, a report or another import.
 * @returns null when a row would now do something else; the preview is then the new one.
 * @throws ConflictError ("batch.edition-older") when a newer edition was approved since and nobody said why this one is
 * right all the same.
 */
export async function planRegisterAsPreviewed(
  db: Db,
  batch: RegisterBatch,
  stored: readonly ImportRowStored[],
  selected: ReadonlySet<number>,
): Promise<(() => Promise<ImportDrafts>) | null> {
  const register = batch.format;
  const edition = batch.source.publishedOn;
  const isMeant = batch.override?.doubts.includes("edition-older") === true;
  if (!isMeant && (await isOvertaken(db, register, edition))) throw new ConflictError("batch.edition-older");
  const planned = await planItems(db, { register, edition }, stored.map(itemOf));
  const stands = stored.every((row, index) => {
    const now = planned[index];
    return now?.outcome === row.outcome && saysTheSame(now.plan, row.plan);
  });
  if (!stands) {
    const rows = rowsOfItems(batch.id, planned, (index) => stored[index]?.number ?? 0);
    await saveRows(db, rows);
    const counts = countItems(planned, batch.counts.repeated ?? 0);
    await moveImport(db, batch, { counts });
    return null;
  }
  return async () => {
    await insertSources(db, [registerSource(register, edition).row]);
    return draftsOfItems(stored, planned, selected);
  };
}

/** With ids of their own: the same edition can come again after it was undone. */
function draftsOfItems(
  stored: readonly ImportRowStored[],
  planned: readonly PlannedItem[],
  selected: ReadonlySet<number>,
): ImportDrafts {
  const drafts: RecordDraft[] = [];
  const idsByRow = new Map<number, string[]>();
  for (const [index, { number }] of stored.entries()) {
    const draft = planned[index]?.draft;
    if (!draft || !selected.has(number)) continue;
    const recordId = draft.create ? randomUUID() : draft.recordId;
    const claims = draft.claims.map(({ id: _, ...claim }) => claim);
    drafts.push({ ...draft, recordId, claims });
    idsByRow.set(number, [recordId]);
  }
  return { drafts, idsByRow };
}
