import { createHash, randomUUID } from "node:crypto";
import { type Db, inTransaction } from "@/db/client";
import { findNamesOf } from "@/db/queries/batch-records";
import { findBatchByHash, insertBatch, updateBatch } from "@/db/queries/batches";
import { type NewImportRow, saveRows } from "@/db/queries/imports";
import type { CampaignerActor } from "@/domain/actor";
import { partialDateSchema } from "@/domain/dates/partial-date";
import { InvalidInputError, NotAllowedError } from "@/domain/errors";
import { canImport } from "@/domain/imports/import-policy";
import { countOutcomes } from "@/domain/imports/outcome";
import type { PlaceRegister } from "@/domain/places/register-place";
import { collectBytes } from "@/ingest/spreadsheet-bytes";
import { audit } from "@/server/audit";
import { findImport, needUpdated } from "@/server/imports/find-import";
import { readRegister } from "@/server/imports/read-register";
import type { Progress } from "@/server/imports/stage-import";
import type { RecordDraft } from "@/server/records/save-records";
import { registerDrafts } from "@/server/registers/load-registers";
import { registerSource } from "@/server/registers/register-sources";

/**
 * Previews a newer edition of a register of places: which places it adds, which it says more of, and which services may
 * have ended because it does not list their place any more. It goes through the same approval and undoing as a list.
 * @throws NotAllowedError, InvalidInputError ("published": no date), IngestRefusal, FileRefusal
 */
export async function stageRegister(
  db: Db,
  actor: CampaignerActor,
  { register, edition }: { register: PlaceRegister; edition: string },
  file: { name: string; bytes: AsyncIterable<Uint8Array> },
  progress: Progress = () => undefined,
): Promise<{ batchId: string; isAgain: boolean }> {
  if (!canImport(actor)) throw new NotAllowedError("not-admin");
  if (!partialDateSchema.safeParse(edition).success) throw new InvalidInputError({ published: "date" });
  const bytes = await collectBytes(file.bytes);
  const table = readRegister(register, { name: file.name, bytes }, edition);
  progress("read", table.places.length);
  const contentHash = createHash("sha256").update(`${register} ${edition} `).update(bytes).digest("hex");
  return inTransaction(db, async (transaction) => {
    const known = await findBatchByHash(transaction, contentHash);
    if (known) return { batchId: known.id, isAgain: true };
    const { row: source } = registerSource(register, edition);
    const drafts = (await registerDrafts(transaction, table)).filter(
      // With one register in the table nothing can be said of what the others list.
      ({ claims }) => claims.every(({ sourceId }) => sourceId === source.id),
    );
    const batchId = await insertBatch(transaction, {
      title: `${source.title}, ${edition}`,
      state: "previewed",
      importedBy: actor.id,
      contentHash,
      counts: {},
      format: register,
      fileName: file.name.slice(0, 200),
      source: {
        kind: "register",
        title: source.title,
        publisher: source.publisher,
        url: source.url ?? "",
        publishedOn: edition,
      },
      header: ["register"],
      mapping: {},
      cleaned: [],
    });
    const rows = await toRows(transaction, batchId, drafts);
    await saveRows(transaction, rows);
    const unchanged = table.places.length - drafts.filter(({ recordType }) => recordType === "place").length;
    const stored = rows.map(({ outcome }) => ({ outcome, warnings: [], decision: null }));
    const counts = { ...countOutcomes(stored), rows: rows.length + unchanged, unchanged };
    const batch = await findImport(transaction, batchId);
    needUpdated(await updateBatch(transaction, batch, { counts }));
    await audit(transaction, actor, "batch.staged", { type: "batch", id: batchId }, { counts, contentHash });
    progress("planned", rows.length);
    return { batchId, isAgain: false };
  });
}

/** One row for each place or service that the edition says something new of. What it repeats is only counted. */
async function toRows(db: Db, batchId: string, drafts: readonly RecordDraft[]): Promise<NewImportRow[]> {
  const known = drafts.flatMap(({ recordType: type, recordId: id, create }) =>
    create || type === "area" ? [] : { type, id },
  );
  const names = await findNamesOf(db, known);
  return drafts.map((draft, index) => {
    const { recordType, recordId, create, claims } = draft;
    const said = claims.find(({ field }) => field === "name")?.value;
    const name = typeof said === "string" ? said : (names.get(recordId)?.name ?? "");
    const outcome = recordType === "service" ? "ended" : create ? "new" : "changed";
    return {
      batchId,
      number: index + 1,
      // With ids of its own: the same edition can come again after it was undone.
      raw: [JSON.stringify(withFreshIds(draft))],
      parsed: null,
      outcome,
      problems: [],
      warnings: [],
      plan: {
        place: null,
        areaId: null,
        service: { id: recordType === "service" ? recordId : null, name },
        provider: null,
        commissioner: null,
        changes: create
          ? []
          : claims.map(({ field, value }) => ({
              field,
              kind: "sets" as const,
              from: null,
              to: typeof value === "string" ? value : JSON.stringify(value),
            })),
      },
      decision: null,
    };
  });
}

function withFreshIds(draft: RecordDraft): RecordDraft {
  const ids = new Map(draft.claims.flatMap(({ id }) => (id ? [[id, randomUUID()]] : [])));
  return {
    ...draft,
    recordId: draft.create ? randomUUID() : draft.recordId,
    claims: draft.claims.map((claim) => ({
      ...claim,
      id: claim.id && ids.get(claim.id),
      supersedes: claim.supersedes?.map((id) => ids.get(id) ?? id),
    })),
  };
}
