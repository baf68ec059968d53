import { createHash } from "node:crypto";
import type { Db } from "@/db/client";
import { insertSources } from "@/db/queries/sources";
import type { PlaceTable } from "@/db/reference/place-table";
import { InvalidInputError } from "@/domain/errors";
import { doubtsOfEdition } from "@/domain/imports/batch";
import type { PlaceRegister } from "@/domain/places/register-place";
import { DATASETS } from "@/ingest/build/dataset-registry";
import { IngestRefusal } from "@/ingest/refusal";
import { collectBytes } from "@/ingest/spreadsheet-bytes";
import { fileProblem } from "@/server/imports/engine/edition-problems";
import { forgetSensitive } from "@/server/imports/engine/forget-sensitive";
import type { ImportFormat, Item, SentFile } from "@/server/imports/engine/import-format";
import { withNewIds } from "@/server/imports/engine/new-ids";
import { problemOfEdition, readGiven } from "@/server/imports/engine/read-given";
import { holdSensitive, withoutSensitive } from "@/server/imports/registers/hold-sensitive";
import { refuseOtherRegister } from "@/server/imports/registers/other-register";
import { IMPORTED_REGISTERS, readRegister } from "@/server/imports/registers/read-register";
import { type PlannedEntry, plannedEntries } from "@/server/imports/registers/register-batch";
import { type RegisterItem, registerShape } from "@/server/imports/registers/register-item";
import { itemsOf } from "@/server/imports/registers/register-items";
import { planItems } from "@/server/imports/registers/register-rows";
import { refusedEntries, showEntries } from "@/server/imports/registers/show-entries";
import { findAreaOnlyRule } from "@/server/records/area-only";
import { findInForce, isOvertaken } from "@/server/registers/edition-in-force";
import { registerSource } from "@/server/registers/register-sources";

/**
 * An edition of a register of places: which places it adds, which it says more of, and which services may have ended because it
 * does not list their place any more. What it repeats has no row.
 */
export const registerFormat: ImportFormat<RegisterItem, PlannedEntry> = {
  recognise: IMPORTED_REGISTERS,
  shape: registerShape,
  // Whether a name that speaks of care shown by area only is none.
  asks: { columns: false, source: false, rows: true },
  isEdition: true,
  read: async (db, sent, progress) => {
    const register = registerOf(sent.name);
    const { edition, because, file } = readGiven(sent);
    const published = problemOfEdition(edition);
    if (published) throw new InvalidInputError({ published });
    const { table, contentHash } = await readFile(db, register, edition, file);
    const entries = listedIn(table);
    progress("read", entries);
    const { title, publisher, url } = registerSource(register, edition).row;
    return {
      title: `${title}, ${edition}`,
      contentHash,
      fileName: file.name,
      because,
      entries,
      source: { kind: "register", title, publisher, url: url ?? "", publishedOn: edition },
      header: [register],
      mapping: {},
      cleaned: () => [],
      isComplete: false,
      isRowEach: false,
      repeated: () => 0,
      items: async function* (db: Db) {
        const items = (await itemsOf(db, table)).get(register) ?? [];
        yield items.map((item) => ({ number: null, item, decision: null }));
      },
    };
  },
  doubts: async (db, name, { source, entries: places }) =>
    doubtsOfEdition({ edition: source.publishedOn, places }, await findInForce(db, registerOf(name))),
  isOvertaken: (db, { format, source }) => isOvertaken(db, registerOf(format), source.publishedOn),
  plan: async function* (db, batch, slices) {
    const items: Item<RegisterItem>[] = [];
    for await (const slice of slices) items.push(...slice);
    const which = { register: registerOf(batch.format), edition: batch.source.publishedOn };
    const planned = await planItems(
      db,
      which,
      items.map(({ item }) => item),
    );
    const isHidden = await findAreaOnlyRule(db);
    // What the newer edition that is here does not list has closed since, or was never there: an older one adds no place.
    const isOlder = await isOvertaken(db, which.register, which.edition);
    const held = planned.map((one, index) =>
      isOlder && (one.outcome === "new" || "branch" in one.item)
        ? { ...one, outcome: "unchanged" as const, warnings: [], problems: [], draft: null }
        : holdSensitive(one, items[index]?.decision ?? null, isHidden),
    );
    yield plannedEntries(items, held);
  },
  standsBy: "all",
  drafts: async (db, { format, source }, planned, selected) => {
    await insertSources(db, [registerSource(registerOf(format), source.publishedOn).row]);
    const chosen = planned.filter(({ number, draft }) => draft && selected.has(number ?? 0));
    return withNewIds(chosen.map(({ number, draft }) => ({ number, drafts: draft ? [draft] : [] })));
  },
  // Places among those that may have ended.
  tally: (planned) => ({
    delisted: planned.filter(({ item, outcome }) => outcome === "ended" && "ended" in item).length,
  }),
  show: async (_db, _batch, rows) => showEntries(rows),
  refused: async (_db, { header }, rows) => refusedEntries(header, rows),
  notes: () => [],
  unused: () => [],
  forget: (db, { id }) => forgetSensitive(db, id, registerShape, withoutSensitive),
  choices: (db) =>
    Promise.all(
      IMPORTED_REGISTERS.map(async (format) => {
        const { title, sourceUrl: url } = DATASETS[format];
        const { edition, places: entries } = await findInForce(db, format);
        const held = edition === null ? ("heldNone" as const) : ("held" as const);
        return { format, title, url, edition, entries, held };
      }),
    ),
};

function registerOf(name: string): PlaceRegister {
  const register = IMPORTED_REGISTERS.find((known) => known === name);
  if (!register) throw new Error(`${name} is no register`);
  return register;
}

/** How many places, or branches, an edition lists as open. */
function listedIn({ places, branches = [] }: PlaceTable): number {
  return places.length + branches.filter(({ to }) => to === null).length;
}

async function readFile(
  db: Db,
  register: PlaceRegister,
  edition: string,
  file: SentFile,
): Promise<{ table: PlaceTable; contentHash: string }> {
  try {
    const bytes = await collectBytes(file.bytes);
    const table = readRegister(register, { name: file.name, bytes }, edition);
    if (table.places.length === 0 && !table.branches?.length)
      throw new IngestRefusal(file.name, "none of its rows is an entry of this register");
    await refuseOtherRegister(db, register, { name: file.name, places: table.places });
    const contentHash = createHash("sha256").update(`${register} ${edition} `).update(bytes).digest("hex");
    return { table, contentHash };
  } catch (error) {
    throw fileProblem(error, registerSource(register, edition).row.title);
  }
}
