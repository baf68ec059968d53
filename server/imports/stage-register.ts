import { createHash, randomUUID } from "node:crypto";
import { type Db, inTransaction } from "@/db/client";
import { findBatchByHash, insertBatch } from "@/db/queries/batches";
import { saveRows } from "@/db/queries/imports";
import type { CampaignerActor } from "@/domain/actor";
import { firstDayOf, partialDateSchema, ukToday } from "@/domain/dates/partial-date";
import { InvalidInputError, NotAllowedError } from "@/domain/errors";
import type { EditionDoubt, ImportOverride } from "@/domain/imports/batch";
import { canImport } from "@/domain/imports/import-policy";
import { manyLines } from "@/domain/language/plain-text";
import type { PlaceRegister } from "@/domain/places/register-place";
import { IngestRefusal } from "@/ingest/refusal";
import { collectBytes } from "@/ingest/spreadsheet-bytes";
import { FileRefusal } from "@/ingest/spreadsheet-refusal";
import { audit } from "@/server/audit";
import { findImport, moveImport } from "@/server/imports/find-import";
import { IMPORTED_REGISTERS, readRegister } from "@/server/imports/read-register";
import { countItems, rowsOfItems } from "@/server/imports/register-batch";
import { findEditionDoubts } from "@/server/imports/register-edition";
import { itemsOf } from "@/server/imports/register-items";
import { planItems } from "@/server/imports/register-rows";
import type { Progress } from "@/server/imports/stage-import";
import type { PlaceTable } from "@/server/registers/place-table";
import { registerSource } from "@/server/registers/register-sources";

/** An edition as somebody brings it. */
export type SentEdition = {
  register: string;
  /** Its own date: a day, a month or a year. */
  edition: string;
  /** Why it is right although it looks older than what we have, or cut; empty where nobody asked. */
  because?: string;
};

/**
 * Previews an edition of a register of places: which places it adds, which it says more of, and which services may
 * have ended because it does not list their place any more. It goes through the same approval and undoing as a list. One
 * that looks older than the edition in force, or cut, is taken with a reason only, which its approver reads.
 * @throws NotAllowedError; InvalidInputError by field ("register", "published", "because"; `file` with the key of a
 * refusal, its line and a detail between bars: "register-layout|3|20 columns, not 27").
 * @param id of the import, for whoever has to ask how far it has come.
 */
export async function stageRegister(
  db: Db,
  actor: CampaignerActor,
  sent: SentEdition,
  file: { name: string; bytes: AsyncIterable<Uint8Array> },
  progress: Progress = () => undefined,
  id: string = randomUUID(),
): Promise<{ batchId: string; isAgain: boolean }> {
  if (!canImport(actor)) throw new NotAllowedError("not-admin");
  const { register, edition } = readSent(sent);
  const { table, contentHash } = await readFile(register, edition, file);
  const listed = listedIn(table);
  progress("read", listed);
  return inTransaction(db, async (transaction) => {
    const known = await findBatchByHash(transaction, contentHash);
    if (known) return { batchId: known.id, isAgain: true };
    const given = { edition, places: listed };
    const doubts = await findEditionDoubts(transaction, register, given);
    const override = overrideOf(doubts, sent.because ?? "");
    progress("planned", 0, table.places.length);
    const { row: source } = registerSource(register, edition);
    const batchId = await insertBatch(transaction, {
      id,
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
      override,
    });
    const items = await planItems(
      transaction,
      { register, edition },
      await itemsOf(transaction, { register, edition }, table),
    );
    // What the edition repeats is only counted.
    const news = items.filter(({ outcome }) => outcome !== "unchanged");
    const rows = rowsOfItems(batchId, news);
    await saveRows(transaction, rows);
    const counts = countItems(news, items.length - news.length);
    const batch = await findImport(transaction, batchId);
    await moveImport(transaction, batch, { counts });
    const subject = { type: "batch", id: batchId };
    await audit(transaction, actor, "batch.staged", subject, { counts, contentHash, override });
    progress("planned", items.length);
    return { batchId, isAgain: false };
  });
}

/** How many places, or branches, an edition lists as open. */
function listedIn({ places, branches = [] }: PlaceTable): number {
  return places.length + branches.filter(({ to }) => to === null).length;
}

function readSent({ register: typed, edition }: SentEdition): { register: PlaceRegister; edition: string } {
  const register = IMPORTED_REGISTERS.find((name) => name === typed);
  const fields: Record<string, string> = {};
  if (!register) fields.register = "required";
  if (!partialDateSchema.safeParse(edition).success) fields.published = "date";
  else if (firstDayOf(edition) > ukToday()) fields.published = "future";
  if (!register || fields.published) throw new InvalidInputError(fields);
  return { register, edition };
}

async function readFile(
  register: PlaceRegister,
  edition: string,
  file: { name: string; bytes: AsyncIterable<Uint8Array> },
): Promise<{ table: PlaceTable; contentHash: string }> {
  try {
    const bytes = await collectBytes(file.bytes);
    const table = readRegister(register, { name: file.name, bytes }, edition);
    if (table.places.length === 0 && !table.branches?.length)
      throw new IngestRefusal(file.name, "none of its rows is an entry of this register");
    const contentHash = createHash("sha256").update(`${register} ${edition} `).update(bytes).digest("hex");
    return { table, contentHash };
  } catch (error) {
    if (error instanceof FileRefusal)
      throw new InvalidInputError({ file: [error.code, error.row ?? "", error.detail].join("|") });
    if (!(error instanceof IngestRefusal)) throw error;
    throw new InvalidInputError({ file: layoutError(registerSource(register, edition).row.title, error) });
  }
}

/** What is wrong with a file, and where; one without such rows or such a column is probably another register's. */
function layoutError(title: string, { reason, row, column }: IngestRefusal): string {
  const isMissing = reason === "this column is missing";
  const words = isMissing ? `it has no column “${column}”` : reason;
  const detail = words.replaceAll("|", "/").slice(0, 200);
  if (row === null || isMissing) return ["register-mismatch", title, detail].join("|");
  return ["register-layout", row, detail].join("|");
}

/** @throws InvalidInputError when something looks wrong and nobody says why it is right. */
function overrideOf(doubts: readonly EditionDoubt[], typed: string): ImportOverride | null {
  if (doubts.length === 0) return null;
  const because = manyLines(typed).trim().slice(0, 2000);
  if (because.length >= 3) return { doubts: doubts.map(({ code }) => code), because };
  const fields: Record<string, string> = { because: "because-needed" };
  for (const { code, given, held } of doubts)
    fields[code === "edition-older" ? "published" : "file"] = [code, given, held].join("|");
  throw new InvalidInputError(fields);
}
