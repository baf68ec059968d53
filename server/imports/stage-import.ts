import { createHash } from "node:crypto";
import { type Db, inTransaction } from "@/db/client";
import { findBatchByHash, insertBatch } from "@/db/queries/batches";
import type { CampaignerActor } from "@/domain/actor";
import { InvalidInputError, NotAllowedError } from "@/domain/errors";
import { type StageInput, stageSchema } from "@/domain/imports/batch";
import { guessMapping } from "@/domain/imports/columns";
import { canImport } from "@/domain/imports/import-policy";
import { type RawList, readCampaignList, readPastedList } from "@/ingest/campaign-list";
import { FileRefusal } from "@/ingest/spreadsheet-refusal";
import { audit } from "@/server/audit";
import { findImport, moveImport } from "@/server/imports/find-import";
import { planAll, savePlanned } from "@/server/imports/plan-batch";

/** A file as it arrives, or a table that was pasted. */
export type SentList = { name: string; bytes: AsyncIterable<Uint8Array> } | { pasted: string };

/** Told while an import goes on, for a command line or a page. */
export type Progress = (phase: "read" | "planned" | "writing" | "written", rows: number) => void;

/**
 * Reads a campaign's own list, guesses its columns, and keeps a preview of what each row would do. No public record is
 * touched. The same content from the same source leads to the import that is there already.
 * @throws NotAllowedError ("not-admin"); InvalidInputError by field, `file` with the key of a refusal, its line and a
 * detail between bars: "cut-off|12|".
 */
export async function stageImport(
  db: Db,
  actor: CampaignerActor,
  given: unknown,
  sent: SentList,
  progress: Progress = () => undefined,
): Promise<{ batchId: string; isAgain: boolean }> {
  if (!canImport(actor)) throw new NotAllowedError("not-admin");
  const input = readStage(given);
  const list = await readSent(sent);
  progress("read", list.rows.length);
  const contentHash = hashOf(list, input);
  return inTransaction(db, async (transaction) => {
    const known = await findBatchByHash(transaction, contentHash);
    if (known) return { batchId: known.id, isAgain: true };
    const batchId = await insertBatch(transaction, {
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
      mapping: guessMapping(list.header),
      cleaned: list.cleaned,
    });
    const batch = await findImport(transaction, batchId);
    const raws = new Map(list.rows.map((row) => [row.number, { ...row, decision: null }]));
    const planned = await planAll(transaction, batch, [...raws.values()]);
    const counts = await savePlanned(transaction, batch, planned, raws);
    await moveImport(transaction, { ...batch }, { counts });
    await audit(transaction, actor, "batch.staged", { type: "batch", id: batchId }, { counts, contentHash });
    progress("planned", planned.length);
    return { batchId, isAgain: false };
  });
}

function readStage(given: unknown): StageInput {
  const parsed = stageSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) {
    const name = String(path.at(-1) ?? "title");
    // The form's fields: the import has a title of its own, beside that of its source.
    const field = path[0] === "source" && name === "title" ? "documentTitle" : name;
    fields[field] ??= /^[a-z-]+$/.test(message) ? message : "required";
  }
  throw new InvalidInputError(fields);
}

async function readSent(sent: SentList): Promise<RawList> {
  try {
    return "pasted" in sent ? readPastedList(sent.pasted) : await readCampaignList(sent.bytes);
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    const field = "pasted" in sent ? "pasted" : "file";
    throw new InvalidInputError({ [field]: [error.code, error.row ?? "", error.detail].join("|") });
  }
}

function hashOf({ header, rows }: RawList, { source, isComplete }: StageInput): string {
  const content = [header, rows.map(({ raw }) => raw), source, isComplete];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}
