import { createHash } from "node:crypto";
import type { Db } from "@/db/client";
import { financialYearOf, lastDayOfFinancialYear } from "@/domain/dates/financial-year";
import { ukToday } from "@/domain/dates/partial-date";
import { problemOfSourceDate } from "@/domain/dates/plausible";
import { InvalidInputError } from "@/domain/errors";
import { doubtsOfEdition } from "@/domain/imports/batch";
import { DATASETS } from "@/ingest/build/dataset-registry";
import { type GpPaymentRow, readGpPaymentRows } from "@/ingest/gp-payments";
import { IngestRefusal } from "@/ingest/refusal";
import { collectBytes } from "@/ingest/spreadsheet-bytes";
import { FileRefusal } from "@/ingest/spreadsheet-refusal";
import { fileProblem } from "@/server/imports/engine/edition-problems";
import type { ImportFormat, SentFile } from "@/server/imports/engine/import-format";
import { namedOnly, namesOfRefused } from "@/server/imports/engine/name-rows";
import { readGiven } from "@/server/imports/engine/read-given";
import { itemsOfPayments, planPayments } from "@/server/imports/payments/plan-payments";
import { findInForce } from "@/server/registers/edition-in-force";
import {
  leadsInForce,
  PAYMENTS_FORMAT as NAME,
  type PaymentItem,
  paymentShape,
} from "@/server/registers/leads-in-force";
import { PAYMENTS_TITLE, paymentsTitle } from "@/server/registers/payments-title";

/**
 * The payments file of a financial year: which practices are on an APMS contract that were not on the list of those to look at,
 * and which leave it. Its approval makes it the list until it is undone. No public record says anything of it, because the type
 * of a contract does not tell who holds it.
 */
export const paymentsFormat: ImportFormat<PaymentItem> = {
  recognise: [NAME],
  shape: paymentShape,
  asks: { columns: false, source: false, rows: false },
  isEdition: true,
  read: async (_db, sent, progress) => {
    const { edition: year, because, file } = readGiven(sent);
    const publishedOn = lastDayOfFinancialYear(year);
    if (publishedOn === null) throw new InvalidInputError({ published: "financial-year" });
    const problem = problemOfSourceDate(publishedOn, ukToday());
    if (problem) throw new InvalidInputError({ published: problem });
    const { rows, contentHash } = await readFile(year, file);
    progress("read", rows.length);
    const { publisher, sourceUrl: url } = DATASETS[NAME];
    const title = paymentsTitle(year);
    let others = rows.filter((row) => "payment" in row && row.payment.contract !== "APMS").length;
    return {
      title,
      contentHash,
      fileName: file.name,
      because,
      entries: rows.length,
      source: { kind: "official-statistics", title, publisher, url, publishedOn },
      header: [NAME],
      mapping: {},
      cleaned: () => [],
      isComplete: false,
      isRowEach: false,
      repeated: () => others,
      items: async function* (transaction: Db) {
        const items = await itemsOfPayments(transaction, rows);
        // One that leaves the list has a row, though the file has it under another contract.
        others -= items.filter((item) => "left" in item && item.contract !== null).length;
        yield items.map((item, index) => ({ number: index + 1, item, decision: null }));
      },
    };
  },
  doubts: async (db, _name, { source, entries }) => {
    const inForce = await leadsInForce(db);
    const { places } = await findInForce(db, "gp-practices");
    const held = { edition: lastDayOfFinancialYear(inForce.year), places };
    const doubts = doubtsOfEdition({ edition: source.publishedOn, places: entries }, held);
    // People type financial years and know the list by them, not by the days on which they end.
    return doubts.map((doubt) =>
      doubt.code === "edition-older"
        ? { ...doubt, given: financialYearOf(source.publishedOn), held: inForce.year }
        : doubt,
    );
  },
  isOvertaken: async (db, { source }) => financialYearOf(source.publishedOn) < (await leadsInForce(db)).year,
  plan: async function* (db, _batch, slices) {
    const items = [];
    for await (const slice of slices) items.push(...slice);
    yield planPayments(db, items);
  },
  standsBy: "all",
  drafts: async (_db, _batch, _planned, selected) => ({
    drafts: [],
    idsByRow: new Map([...selected].map((number) => [number, []])),
  }),
  tally: () => ({}),
  show: async (_db, _batch, rows) => namedOnly(rows),
  refused: async (_db, _batch, rows) => namesOfRefused(rows),
  notes: () => ["leads"],
  unused: () => [],
  forget: async () => undefined,
  choices: async (db: Db) => {
    const { year, leads } = await leadsInForce(db);
    const url = DATASETS[NAME].sourceUrl;
    const held = "heldPayments" as const;
    return [{ format: NAME, title: PAYMENTS_TITLE, url, edition: year, entries: leads.length, held }];
  },
};

async function readFile(
  year: string,
  { name, bytes: chunks }: SentFile,
): Promise<{ rows: GpPaymentRow[]; contentHash: string }> {
  try {
    const bytes = await collectBytes(chunks);
    if (bytes.includes(0)) throw new FileRefusal("not-a-table");
    const rows = readGpPaymentRows(name, bytes.toString("utf8"));
    if (!rows.some((row) => "payment" in row)) throw new IngestRefusal(name, "no row of it is a practice");
    const contentHash = createHash("sha256").update(`${NAME} ${year} `).update(bytes).digest("hex");
    return { rows, contentHash };
  } catch (error) {
    throw fileProblem(error, PAYMENTS_TITLE);
  }
}
