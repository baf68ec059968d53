import { createHash, randomUUID } from "node:crypto";
import type { Db } from "@/db/client";
import type { PlaceTable } from "@/db/reference/place-table";
import type { CampaignerActor } from "@/domain/actor";
import { partialDateSchema, ukToday } from "@/domain/dates/partial-date";
import { problemOfSourceDate } from "@/domain/dates/plausible";
import { InvalidInputError, NotAllowedError } from "@/domain/errors";
import { canImport } from "@/domain/imports/import-policy";
import type { PlaceRegister } from "@/domain/places/register-place";
import { IngestRefusal } from "@/ingest/refusal";
import { collectBytes } from "@/ingest/spreadsheet-bytes";
import { fileProblem } from "@/server/imports/engine/edition-problems";
import { keepPreview, type ReadEdition } from "@/server/imports/engine/keep-preview";
import type { Progress } from "@/server/imports/lists/stage-import";
import { IMPORTED_REGISTERS, readRegister } from "@/server/imports/registers/read-register";
import { countItems, rowsOfItems } from "@/server/imports/registers/register-batch";
import { findEditionDoubts } from "@/server/imports/registers/register-edition";
import { itemsOf } from "@/server/imports/registers/register-items";
import { planItems } from "@/server/imports/registers/register-rows";
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
  const { row: source } = registerSource(register, edition);
  const read: ReadEdition = {
    ...{ id, title: `${source.title}, ${edition}`, format: register, fileName: file.name, contentHash },
    source: {
      ...{ kind: "register", title: source.title, publisher: source.publisher },
      ...{ url: source.url ?? "", publishedOn: edition },
    },
    because: sent.because ?? "",
    entries: listed,
  };
  const which = { register, edition };
  return keepPreview(
    db,
    actor,
    read,
    {
      doubts: (transaction) => findEditionDoubts(transaction, register, { edition, places: listed }),
      plan: async (transaction) => {
        const items = await planItems(transaction, which, await itemsOf(transaction, which, table));
        // What the edition repeats is only counted.
        const news = items.filter(({ outcome }) => outcome !== "unchanged");
        const counts = countItems(news, items.length - news.length);
        return { rows: rowsOfItems(id, news), counts, planned: items.length };
      },
    },
    progress,
  );
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
  const problem = fields.published ? null : problemOfSourceDate(edition, ukToday());
  if (problem) fields.published = problem;
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
    throw fileProblem(error, registerSource(register, edition).row.title);
  }
}
