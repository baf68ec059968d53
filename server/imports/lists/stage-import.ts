import { createHash, randomUUID } from "node:crypto";
import { type Db, inTransaction } from "@/db/client";
import { findBatchByHash, insertBatch } from "@/db/queries/batches";
import { countRows } from "@/db/queries/imports";
import type { CampaignerActor } from "@/domain/actor";
import { ukToday } from "@/domain/dates/partial-date";
import { problemOfSourceDate } from "@/domain/dates/plausible";
import { InvalidInputError, NotAllowedError } from "@/domain/errors";
import { type StageInput, stageSchema } from "@/domain/imports/batch";
import { type ColumnMapping, guessMapping } from "@/domain/imports/columns";
import { type DateOrder, dateOrderWith } from "@/domain/imports/dates";
import { canImport } from "@/domain/imports/import-policy";
import { type CampaignList, openCampaignList, openPastedList, type RawRow } from "@/ingest/campaign-list";
import { FileRefusal } from "@/ingest/spreadsheet-refusal";
import { audit } from "@/server/audit";
import { findImport, moveImport } from "@/server/imports/engine/find-import";
import { planSlices, type RawWithDecision, savePlanned } from "@/server/imports/lists/plan-batch";

/** A file as it arrives, or a table that was pasted. */
export type SentList = { name: string; bytes: AsyncIterable<Uint8Array> } | { pasted: string };

/** Told while an import goes on, for a command line or a page: what was done to how many rows, of how many. */
export type Progress = (phase: "read" | "planned" | "writing" | "written", rows: number, of?: number) => void;

/**
 * Reads a campaign's own list, guesses its columns, and keeps a preview of what each row would do. It is read twice, some
 * hundreds of rows at a time: to its end before anything is stored, then row by row. No public record is touched. The same content from the same source leads to the import that is there already.
 * @throws NotAllowedError ("not-admin"); InvalidInputError by field, `file` with the key of a refusal, its line and a
 * detail between bars: "cut-off|12|".
 * @param id of the import, for whoever has to ask how far it has come.
 */
export async function stageImport(
  db: Db,
  actor: CampaignerActor,
  given: unknown,
  sent: SentList,
  progress: Progress = () => undefined,
  id: string = randomUUID(),
): Promise<{ batchId: string; isAgain: boolean }> {
  if (!canImport(actor)) throw new NotAllowedError("not-admin");
  const input = readStage(given);
  const list = await openSent(sent);
  const mapping = guessMapping(list.header);
  const { rows, order, contentHash } = await lookThrough(list, sent, { ...input, mapping }, progress);
  progress("planned", 0, rows);
  return inTransaction(db, async (transaction) => {
    const known = await findBatchByHash(transaction, contentHash);
    if (known) return { batchId: known.id, isAgain: true };
    const batchId = await insertBatch(transaction, {
      id,
      title: input.title,
      state: "previewed",
      importedBy: actor.id,
      contentHash,
      counts: {},
      format: "campaign-list",
      fileName: "name" in sent ? sent.name.slice(0, 200) : null,
      source: input.source,
      isComplete: input.isComplete,
      header: list.header,
      mapping,
      cleaned: list.cleaned(),
    });
    const batch = await findImport(transaction, batchId);
    let done = 0;
    for await (const { planned, raws } of planSlices(transaction, batch, undecided(list.slices()), order)) {
      await savePlanned(transaction, batch, planned, raws);
      done += planned.length;
      progress("planned", done, rows);
    }
    const counts = await countRows(transaction, batchId);
    await moveImport(transaction, { ...batch }, { counts });
    await audit(transaction, actor, "batch.staged", { type: "batch", id: batchId }, { counts, contentHash });
    return { batchId, isAgain: false };
  });
}

/**
 * Reads a list from its first row to its last and keeps none of them: whatever makes it no table is known before anything
 * is stored, and so is what the whole list tells of each row.
 * @throws InvalidInputError
 */
async function lookThrough(
  list: CampaignList,
  sent: SentList,
  { source, isComplete, mapping }: StageInput & { mapping: ColumnMapping },
  progress: Progress,
): Promise<{ rows: number; order: DateOrder; contentHash: string }> {
  const hash = createHash("sha256").update(`[${JSON.stringify(list.header)},[`);
  const at = mapping["started-on"];
  let order: DateOrder = "not-told";
  let rows = 0;
  await refusing(sent, async () => {
    for await (const slice of list.slices()) {
      for (const { raw } of slice) {
        hash.update(`${rows === 0 ? "" : ","}${JSON.stringify(raw)}`);
        if (at !== undefined) order = dateOrderWith(order, raw[at] ?? "");
        rows += 1;
      }
      progress("read", rows);
    }
  });
  const contentHash = hash.update(`],${JSON.stringify(source)},${isComplete}]`).digest("hex");
  return { rows, order, contentHash };
}

async function* undecided(slices: AsyncIterable<RawRow[]>): AsyncGenerator<RawWithDecision[]> {
  for await (const slice of slices) yield slice.map((row) => ({ ...row, decision: null }));
}

function readStage(given: unknown): StageInput {
  const parsed = stageSchema.safeParse(given);
  if (parsed.success) {
    const wrong = problemOfSourceDate(parsed.data.source.publishedOn, ukToday());
    if (wrong) throw new InvalidInputError({ publishedOn: wrong });
    return parsed.data;
  }
  const fields: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) {
    const name = String(path.at(-1) ?? "title");
    // The form's fields: the import has a title of its own, beside that of its source.
    const field = path[0] === "source" && name === "title" ? "documentTitle" : name;
    fields[field] ??= /^[a-z-]+$/.test(message) ? message : "required";
  }
  throw new InvalidInputError(fields);
}

function openSent(sent: SentList): Promise<CampaignList> {
  return refusing(sent, () =>
    "pasted" in sent ? openPastedList(sent.pasted) : openCampaignList(sent.bytes),
  );
}

/** @throws InvalidInputError for what a list is refused for, by the field of the form. */
async function refusing<T>(sent: SentList, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    const field = "pasted" in sent ? "pasted" : "file";
    throw new InvalidInputError({ [field]: [error.code, error.row ?? "", error.detail].join("|") });
  }
}
