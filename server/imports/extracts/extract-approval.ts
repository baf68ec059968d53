import { randomUUID } from "node:crypto";
import type { Db } from "@/db/client";
import { type ImportRowStored, saveRows } from "@/db/queries/imports";
import { insertSources } from "@/db/queries/sources";
import { ConflictError } from "@/domain/errors";
import { saysTheSame } from "@/domain/records/same";
import { type ImportBatch, moveImport } from "@/server/imports/engine/find-import";
import { withIds } from "@/server/imports/extracts/code-drafts";
import { completeMonth } from "@/server/imports/extracts/extract-care";
import { isExtractOvertaken } from "@/server/imports/extracts/extract-edition";
import { countRows, storedRows } from "@/server/imports/extracts/extract-rows";
import { extractRowOf } from "@/server/imports/extracts/filed-code";
import type { PlannedExtractRow } from "@/server/imports/extracts/plan-code";
import { planExtract } from "@/server/imports/extracts/plan-extract";
import type { ImportDrafts } from "@/server/imports/lists/import-drafts";
import type { RecordDraft } from "@/server/records/save-records";
import { sourceRows } from "@/server/registers/waiting-times/waiting-sources";

type ExtractBatch = ImportBatch & { format: "waiting-times" };

export const isExtract = (batch: ImportBatch): batch is ExtractBatch => batch.format === "waiting-times";

/**
 * What the chosen rows of an extract make of the records. Every row is planned again: the records may have moved on since
 * the preview, by a correction, a report or another import.
 * @returns null when a row would now do something else; the preview is then the new one.
 * @throws ConflictError ("batch.edition-older") when a newer month was approved since and nobody said why this one is right
 * all the same.
 */
export async function planExtractAsPreviewed(
  db: Db,
  batch: ExtractBatch,
  stored: readonly ImportRowStored[],
  selected: ReadonlySet<number>,
): Promise<(() => Promise<ImportDrafts>) | null> {
  const month = batch.source.publishedOn;
  const isMeant = batch.override?.doubts.includes("edition-older") === true;
  if (!isMeant && (await isExtractOvertaken(db, month))) throw new ConflictError("batch.edition-older");
  const { rows, classification } = await planExtract(db, month, stored.map(extractRowOf));
  const stands = rows.every((row, index) => {
    const before = stored[index];
    return before?.outcome === row.outcome && saysTheSame(before.plan, row.plan);
  });
  if (!stands) {
    await saveRows(db, storedRows(batch.id, rows));
    await moveImport(db, batch, { counts: countRows(rows) });
    return null;
  }
  return async () => {
    const drafts = draftsOfRows(rows.filter(({ number }) => selected.has(number)));
    const cited = new Set(drafts.drafts.flatMap(({ claims }) => claims.map(({ sourceId }) => sourceId)));
    await insertSources(
      db,
      sourceRows(classification, month).filter(({ id }) => cited.has(id ?? "")),
    );
    // A file that looks cut is no month's care, whatever its numbers are good for.
    if (!batch.override?.doubts.includes("extract-short")) await completeMonth(db, batch.id, rows, selected);
    return drafts;
  };
}

/** Rows that speak of one organisation share its record. New records have ids of their own, to come again after an undo. */
function draftsOfRows(rows: readonly PlannedExtractRow[]): ImportDrafts {
  const all = rows.flatMap(({ drafts }) => drafts);
  const ids = new Map(all.flatMap(({ recordId, create }) => (create ? [[recordId, randomUUID()]] : [])));
  const drafts = withIds(all, ids).map(withoutRepeats);
  const idsByRow = rows.map(({ number, drafts: own }): [number, string[]] => {
    const services = own.filter(({ recordType }) => recordType === "service");
    const others = own.filter(({ recordType }) => recordType !== "service");
    return [number, [...services, ...others].map(({ recordId }) => ids.get(recordId) ?? recordId)];
  });
  return { drafts, idsByRow: new Map(idsByRow) };
}

function withoutRepeats(draft: RecordDraft): RecordDraft {
  const claims = draft.claims.filter(
    ({ field, value, sourceId }, index, all) =>
      index ===
      all.findIndex(
        (other) => other.field === field && other.sourceId === sourceId && saysTheSame(other.value, value),
      ),
  );
  return { ...draft, claims: claims.map(({ id: _, ...claim }) => claim) };
}
