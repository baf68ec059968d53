import { createHash } from "node:crypto";
import { brotliDecompressSync } from "node:zlib";
import type { Db } from "@/db/client";
import { insertProposals } from "@/db/queries/proposals";
import { insertSources } from "@/db/queries/sources";
import { decodeRegistrations } from "@/db/reference/registration-table";
import { InvalidInputError } from "@/domain/errors";
import { detailed } from "@/domain/field-problem";
import { doubtsOfEdition } from "@/domain/imports/batch";
import type { ConcerningRow } from "@/domain/imports/concerning-row";
import { MOST_DIRECTORY_BYTES } from "@/domain/imports/upload-limit";
import { DAYS_TO_REPLY } from "@/domain/imports/waiting-period";
import { DATASETS } from "@/ingest/build/dataset-registry";
import type { CqcFile } from "@/ingest/cqc/location";
import { readCqcBytes } from "@/ingest/cqc/read-sent";
import { IngestRefusal } from "@/ingest/refusal";
import { collectBytes } from "@/ingest/spreadsheet-bytes";
import { commentDrafts } from "@/server/imports/cqc/comment-drafts";
import { type CqcContext, loadCqcContext } from "@/server/imports/cqc/cqc-context";
import { type CqcItem, cqcShape } from "@/server/imports/cqc/cqc-item";
import { findHeldRegister } from "@/server/imports/cqc/held";
import { itemsOfEdition, speaksOfDay } from "@/server/imports/cqc/items-of";
import { heldAsWords, type PlannedCqc, planCqc } from "@/server/imports/cqc/plan-cqc";
import { fileProblem } from "@/server/imports/engine/edition-problems";
import type { ImportFormat, Item, SentFile } from "@/server/imports/engine/import-format";
import { namedOnly, namesOfRefused } from "@/server/imports/engine/name-rows";
import { withNewIds } from "@/server/imports/engine/new-ids";
import { problemOfEdition, readGiven } from "@/server/imports/engine/read-given";
import { newestEdition, sourceOfEdition } from "@/server/registers/registrations/registration-edition";

const NAME = "cqc";
const TITLE = "Care Quality Commission: who is registered at GP practices";

/**
 * An edition of the regulator's register, by the practices that we have: what it confirms on its day, what it adds, what it puts in doubt,
 * and, where it names another provider, what a moderator is to decide.
 */
export const cqcFormat: ImportFormat<CqcItem, PlannedCqc> = {
  recognise: [NAME],
  shape: cqcShape,
  asks: { columns: false, source: false, rows: false },
  isEdition: true,
  waitsDays: DAYS_TO_REPLY,
  read: async (db, sent, progress) => {
    const { edition: published, because, file } = readGiven(sent);
    const problem = problemOfEdition(published);
    if (problem) throw new InvalidInputError({ published: problem });
    const { read, contentHash } = await readFile(published, file);
    if (read.asOf !== null && published < read.asOf.slice(0, published.length))
      throw new InvalidInputError({
        published: detailed("edition-before-day", { row: read.asOf, detail: published }),
      });
    const items = await itemsOfEdition(db, read, published);
    const practices = items.filter((item) => "placeId" in item && !item.isGone).length;
    if (practices === 0) throw new InvalidInputError({ file: detailed("no-practices") });
    progress("read", practices);
    const { title, publisher, url } = sourceOfEdition(read.kind, published, speaksOfDay(read, published)).row;
    return {
      title: `${title}, ${published}`,
      contentHash,
      because,
      fileName: file.name,
      entries: practices,
      source: { kind: "register", title, publisher, url: url ?? "", publishedOn: published },
      // Which of its files it is: only a list of all that is active can look cut.
      header: [read.kind],
      mapping: {},
      cleaned: () => [],
      isComplete: read.isComplete,
      isRowEach: false,
      repeated: () => 0,
      items: async function* (transaction: Db) {
        const again = await itemsOfEdition(transaction, read, published);
        yield again.map((item) => ({ number: null, item, decision: null }));
      },
    };
  },
  doubts: async (db, _name, { source, entries, isComplete }) => {
    const edition = await newestEdition(db);
    const held = [...(await findHeldRegister(db)).byPlace.values()].filter(({ latest }) => latest !== null);
    const places = isComplete ? held.length : 0;
    return doubtsOfEdition({ edition: source.publishedOn, places: entries }, { edition, places });
  },
  isOvertaken: async (db, { source }) => {
    const newest = await newestEdition(db);
    return (
      newest !== null &&
      doubtsOfEdition({ edition: source.publishedOn, places: 0 }, { edition: newest, places: 0 }).length > 0
    );
  },
  plan: async function* (db, { source }, slices) {
    const items: Item<CqcItem>[] = [];
    for await (const slice of slices) items.push(...slice);
    const context = await loadCqcContext(
      db,
      items.map(({ item }) => item),
      source.publishedOn,
    );
    yield planCqc(items, context);
  },
  standsBy: "all",
  drafts: async (db, { id: batchId, source }, planned, selected) => {
    const chosen = planned.filter(({ number }) => selected.has(number ?? 0));
    const context = await loadCqcContext(
      db,
      chosen.map(({ item }) => item),
      source.publishedOn,
    );
    const cited = new Set(
      chosen.flatMap(({ drafts }) => drafts.flatMap(({ claims }) => claims.map(({ sourceId }) => sourceId))),
    );
    const { register, companiesSource, evidence } = context;
    await insertSources(db, [
      register.row,
      ...[companiesSource, ...evidence.values()].map(({ row }) => row).filter(({ id }) => cited.has(id)),
    ]);
    await insertProposals(
      db,
      chosen.flatMap(({ proposal }) => (proposal ? [{ ...proposal, batchId }] : [])),
    );
    const comments = await commentDrafts(db, batchId, {
      named: chosen.flatMap(({ names }) => names),
      drafts: chosen.flatMap(({ drafts }) => drafts),
    });
    return withNewIds([...chosen, { number: null, drafts: comments }]);
  },
  tally: () => ({}),
  show: async (_db, _batch, rows) => namedOnly(rows),
  refused: async (_db, _batch, rows) => namesOfRefused(rows),
  concerning: async (db, { source }, rows) => {
    const context = await loadCqcContext(
      db,
      rows.map(({ item }) => item),
      source.publishedOn,
    );
    return planCqc(rows, context).flatMap((row) => concerningRows(row, context));
  },
  notes: () => ["registrations"],
  unused: () => [],
  forget: async () => undefined,
  choices: async (db) => {
    const { sourceUrl: url } = DATASETS["gp-registrations"];
    const edition = await newestEdition(db);
    const entries = [...(await findHeldRegister(db)).byPlace.values()].filter(
      ({ latest }) => latest !== null,
    ).length;
    const held = edition === null ? ("heldNone" as const) : ("heldRegistrations" as const);
    return [{ format: NAME, title: TITLE, url, edition, entries, held }];
  },
};

/** A row as it is told to each organisation that it names. */
function concerningRows(
  { number, item, names, plan, warnings }: PlannedCqc,
  { held, nameOf, placeById }: CqcContext,
): ConcerningRow[] {
  if ("unread" in item || number === null) return [];
  const { placeId, speaksOf } = item;
  const latest = held.byPlace.get(placeId)?.latest;
  const { name: place = "", code = "" } = placeById.get(placeId) ?? {};
  const shownNow = latest ? heldAsWords(latest, nameOf) : "";
  return names.map(({ providerId, name: organisation, registered: one }) => {
    const registered = one && {
      since: one.since,
      until: one.until,
      checkAt: `https://www.cqc.org.uk/location/${one.locationId}`,
    };
    const row = { number, providerId, organisation, placeId, place, code };
    return Object.assign(row, { registered, speaksOf, shownNow, plan, warnings });
  });
}

async function readFile(
  published: string,
  { name, bytes: chunks }: SentFile,
): Promise<{ read: CqcFile; contentHash: string }> {
  try {
    const bytes = await collectBytes(chunks, MOST_DIRECTORY_BYTES);
    const read = name.endsWith(".br") ? readShipped(name, bytes) : await readCqcBytes(name, bytes);
    const contentHash = createHash("sha256").update(`${NAME} ${published} `).update(bytes).digest("hex");
    return { read, contentHash };
  } catch (error) {
    throw fileProblem(error, TITLE);
  }
}

/** Bytes that the project's own table may unpack to: it has one megabyte. */
const MOST_UNPACKED = 50_000_000;

/** The compact table that the project ships, or one that `npm run ingest -- registrations` wrote. */
function readShipped(file: string, bytes: Buffer): CqcFile {
  try {
    const text = brotliDecompressSync(bytes, { maxOutputLength: MOST_UNPACKED }).toString("utf8");
    const { edition, registrations, companies } = decodeRegistrations(text);
    const locations = registrations.map(({ locationId, code, registeredOn, ...holder }, index) => ({
      line: index + 1,
      locationId,
      code,
      registeredOn,
      endedOn: null,
      providerId: null,
      holder,
    }));
    return { kind: "table", asOf: edition, isComplete: false, locations, companies, unread: [] };
  } catch {
    throw new IngestRefusal(file, "it is no table that this project wrote");
  }
}
