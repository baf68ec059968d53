import type { Db } from "@/db/client";
import { insertCareMonth } from "@/db/queries/care-months";
import { findNewestMonth, listHealthBodyCodes, listTrustCodes } from "@/db/queries/extracts";
import { insertSources } from "@/db/queries/sources";
import { readClassification } from "@/db/reference/provider-classification";
import { ukToday } from "@/domain/dates/partial-date";
import { problemOfSourceDate } from "@/domain/dates/plausible";
import { InvalidInputError } from "@/domain/errors";
import { detailed } from "@/domain/field-problem";
import { DATASETS } from "@/ingest/build/dataset-registry";
import { forgetSensitive } from "@/server/imports/engine/forget-sensitive";
import type { ImportFormat } from "@/server/imports/engine/import-format";
import { namesOfRefused } from "@/server/imports/engine/name-rows";
import { withNewIds } from "@/server/imports/engine/new-ids";
import { readGiven } from "@/server/imports/engine/read-given";
import { completeMonth, trustsCare } from "@/server/imports/extracts/extract-care";
import {
  findExtractDoubts,
  findExtractInForce,
  isExtractOvertaken,
} from "@/server/imports/extracts/extract-edition";
import { rowsOfExtract } from "@/server/imports/extracts/extract-rows";
import {
  type ExtractItem,
  extractShape,
  filedCodes,
  EXTRACT_FORMAT as NAME,
  trustCodes,
} from "@/server/imports/extracts/filed-code";
import type { PlannedExtractRow } from "@/server/imports/extracts/plan-code";
import { classificationWith, planExtract } from "@/server/imports/extracts/plan-extract";
import { showCodes } from "@/server/imports/extracts/show-codes";
import { tallyFile } from "@/server/imports/extracts/tally-file";
import { EXTRACT_TITLE, extractSource, sourceRows } from "@/server/registers/waiting-times/waiting-sources";

/**
 * An extract of the waiting times, by the provider codes that are no NHS trust's: what each adds to the records, and which codes
 * nobody has looked up. It is read as a stream: the file is not kept.
 */
export const extractFormat: ImportFormat<ExtractItem, PlannedExtractRow> = {
  recognise: [NAME],
  shape: extractShape,
  // Who is behind a code, row by row.
  asks: { columns: false, source: false, rows: true },
  isEdition: true,
  read: async (db, sent, progress) => {
    const { edition: month, because, file } = readGiven(sent);
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new InvalidInputError({ published: "month" });
    const problem = problemOfSourceDate(month, ukToday());
    if (problem) throw new InvalidInputError({ published: problem });
    const register = await listTrustCodes(db);
    if (register.size === 0) throw new InvalidInputError({ file: detailed("no-trusts") });
    const healthBodies = await listHealthBodyCodes(db);
    const { tallied, contentHash } = await tallyFile(month, file, healthBodies, progress);
    progress("read", tallied.rows);
    const trusts = trustCodes(tallied, register);
    const filed = filedCodes(tallied, trusts, healthBodies);
    const { kind, title, publisher, url } = extractSource(month, readClassification()).row;
    return {
      title,
      contentHash,
      fileName: file.name,
      because,
      entries: filed.length,
      source: { kind, title, publisher, url: url ?? "", publishedOn: month },
      header: [NAME],
      mapping: {},
      cleaned: () => [],
      isComplete: false,
      isRowEach: false,
      repeated: () => null,
      items: async function* (transaction: Db, batchId: string) {
        await insertCareMonth(transaction, { batchId, month, trusts: trustsCare(tallied, trusts) });
        const newest = await findNewestMonth(transaction);
        const isNewer = newest === null || month > newest;
        yield await rowsOfExtract(transaction, filed, { isNewer });
      },
    };
  },
  doubts: (db, _name, { source, entries }) => findExtractDoubts(db, source.publishedOn, entries),
  isOvertaken: (db, { source }) => isExtractOvertaken(db, source.publishedOn),
  plan: async function* (db, { source }, slices) {
    const rows = [];
    for await (const slice of slices)
      rows.push(...slice.map(({ number, ...row }) => ({ number: number ?? 0, ...row })));
    yield planExtract(db, source.publishedOn, rows);
  },
  standsBy: "all",
  drafts: async (db, batch, planned, selected) => {
    const made = withNewIds(planned.filter(({ number }) => selected.has(number)));
    const cited = new Set(made.drafts.flatMap(({ claims }) => claims.map(({ sourceId }) => sourceId)));
    const sources = sourceRows(await classificationWith(db, planned), batch.source.publishedOn);
    await insertSources(
      db,
      sources.filter(({ id }) => cited.has(id ?? "")),
    );
    // A file that looks cut is no month's care, whatever its numbers are good for.
    const isShort = batch.override?.doubts.includes("extract-short") === true;
    if (!isShort) await completeMonth(db, batch.id, planned, selected);
    return made;
  },
  tally: () => ({}),
  show: async (_db, _batch, rows) => showCodes(rows),
  refused: async (_db, _batch, rows) => namesOfRefused(rows),
  // Whether the share of care follows it, and if not, why.
  notes: ({ override, counts }) => {
    if (override?.doubts.includes("extract-short")) return ["care.short", "care.older"];
    return [counts.refused ? "care.open" : "care.whole", "care.older"];
  },
  unused: () => [],
  forget: (db, { id }) =>
    forgetSensitive(db, id, extractShape, (item) =>
      "filed" in item ? { ...item, filed: { ...item.filed, name: "" }, answer: null } : item,
    ),
  choices: async (db) => {
    const { edition, places: entries } = await findExtractInForce(db);
    const held = edition === null ? ("heldMonthNone" as const) : ("heldMonth" as const);
    return [{ format: NAME, title: EXTRACT_TITLE, url: DATASETS[NAME].sourceUrl, edition, entries, held }];
  },
};
