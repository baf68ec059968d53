import { createHash, randomUUID } from "node:crypto";
import type { Db } from "@/db/client";
import type { CampaignerActor } from "@/domain/actor";
import { lastDayOfFinancialYear } from "@/domain/dates/financial-year";
import { ukToday } from "@/domain/dates/partial-date";
import { problemOfSourceDate } from "@/domain/dates/plausible";
import { InvalidInputError, NotAllowedError } from "@/domain/errors";
import { doubtsOfEdition } from "@/domain/imports/batch";
import { canImport } from "@/domain/imports/import-policy";
import { DATASETS } from "@/ingest/build/dataset-registry";
import { type GpPaymentRow, readGpPaymentRows } from "@/ingest/gp-payments";
import { IngestRefusal } from "@/ingest/refusal";
import { collectBytes } from "@/ingest/spreadsheet-bytes";
import { FileRefusal } from "@/ingest/spreadsheet-refusal";
import { fileProblem } from "@/server/imports/engine/edition-problems";
import { keepPreview } from "@/server/imports/engine/keep-preview";
import type { Progress } from "@/server/imports/lists/stage-import";
import {
  countPayments,
  itemsOfPayments,
  paymentRows,
  planPayments,
} from "@/server/imports/payments/plan-payments";
import type { SentEdition } from "@/server/imports/registers/stage-register";
import { findInForce } from "@/server/registers/edition-in-force";
import { leadsInForce } from "@/server/registers/leads-in-force";
import { PAYMENTS_TITLE, paymentsTitle } from "@/server/registers/payments-title";

/**
 * Previews the payments file of a financial year: which practices are on an APMS contract that were not on the list of those
 * to look at, and which leave it. Its approval makes it the list; it touches no public record.
 * @throws NotAllowedError; InvalidInputError by field ("published", "because", "file"), as `stageRegister`.
 * @param id of the import, for whoever has to ask how far it has come.
 */
export async function stagePayments(
  db: Db,
  actor: CampaignerActor,
  sent: Omit<SentEdition, "register">,
  file: { name: string; bytes: AsyncIterable<Uint8Array> },
  progress: Progress = () => undefined,
  id: string = randomUUID(),
): Promise<{ batchId: string; isAgain: boolean }> {
  if (!canImport(actor)) throw new NotAllowedError("not-admin");
  const year = sent.edition;
  const publishedOn = lastDayOfFinancialYear(year);
  if (publishedOn === null) throw new InvalidInputError({ published: "financial-year" });
  const problem = problemOfSourceDate(publishedOn, ukToday());
  if (problem) throw new InvalidInputError({ published: problem });
  const { read, contentHash } = await readFile(year, file);
  progress("read", read.length);
  const { publisher, sourceUrl: url } = DATASETS["gp-payments"];
  const title = paymentsTitle(year);
  return keepPreview(
    db,
    actor,
    {
      ...{ id, title, format: "gp-payments", fileName: file.name, contentHash },
      source: { kind: "official-statistics", title, publisher, url, publishedOn },
      because: sent.because ?? "",
      entries: read.length,
    },
    {
      doubts: async (transaction) => {
        const inForce = await leadsInForce(transaction);
        const { places } = await findInForce(transaction, "gp-practices");
        const held = { edition: lastDayOfFinancialYear(inForce.year), places };
        const doubts = doubtsOfEdition({ edition: publishedOn, places: read.length }, held);
        // People type financial years and know the list by them, not by the days on which they end.
        return doubts.map((doubt) =>
          doubt.code === "edition-older" ? { ...doubt, given: year, held: inForce.year } : doubt,
        );
      },
      plan: async (transaction) => {
        const items = await itemsOfPayments(transaction, read);
        const rows = await planPayments(
          transaction,
          items.map((item, index) => ({ number: index + 1, item })),
        );
        // One that leaves the list has a row, though the file has it under another contract.
        const leaving = items.filter((item) => "left" in item && item.contract !== null).length;
        const others =
          read.filter((row) => "payment" in row && row.payment.contract !== "APMS").length - leaving;
        return { rows: paymentRows(id, rows), counts: countPayments(rows, others), planned: rows.length };
      },
    },
    progress,
  );
}

async function readFile(
  year: string,
  { name, bytes: chunks }: { name: string; bytes: AsyncIterable<Uint8Array> },
): Promise<{ read: GpPaymentRow[]; contentHash: string }> {
  try {
    const bytes = await collectBytes(chunks);
    if (bytes.includes(0)) throw new FileRefusal("not-a-table");
    const read = readGpPaymentRows(name, bytes.toString("utf8"));
    if (!read.some((row) => "payment" in row)) throw new IngestRefusal(name, "no row of it is a practice");
    const contentHash = createHash("sha256").update(`gp-payments ${year} `).update(bytes).digest("hex");
    return { read, contentHash };
  } catch (error) {
    throw fileProblem(error, PAYMENTS_TITLE);
  }
}
