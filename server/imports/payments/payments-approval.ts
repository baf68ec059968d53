import type { Db } from "@/db/client";
import { type ImportRowStored, saveRows } from "@/db/queries/imports";
import { financialYearOf } from "@/domain/dates/financial-year";
import { ConflictError } from "@/domain/errors";
import { saysTheSame } from "@/domain/records/same";
import { type ImportBatch, moveImport } from "@/server/imports/engine/find-import";
import type { ImportDrafts } from "@/server/imports/lists/import-drafts";
import { countPayments, paymentRows, planPayments } from "@/server/imports/payments/plan-payments";
import { leadsInForce, type PaymentItem } from "@/server/registers/leads-in-force";

type PaymentsBatch = ImportBatch & { format: "gp-payments" };

export const isPayments = (batch: ImportBatch): batch is PaymentsBatch => batch.format === "gp-payments";

/**
 * Approves a payments file: its rows are the list of practices to look at from then on, until it is undone. No public record
 * says anything of it, because the type of a contract does not tell who holds it.
 * @returns null when a row would now do something else; the preview is then the new one.
 * @throws ConflictError ("batch.edition-older") when the file of a newer year was approved since.
 */
export async function planPaymentsAsPreviewed(
  db: Db,
  batch: PaymentsBatch,
  stored: readonly ImportRowStored[],
  selected: ReadonlySet<number>,
): Promise<(() => Promise<ImportDrafts>) | null> {
  const isMeant = batch.override?.doubts.includes("edition-older") === true;
  const { year } = await leadsInForce(db);
  if (!isMeant && financialYearOf(batch.source.publishedOn) < year)
    throw new ConflictError("batch.edition-older");
  const items = stored.map(({ number, raw }) => ({
    number,
    item: JSON.parse(raw[0] ?? "null") as PaymentItem,
  }));
  const planned = await planPayments(db, items);
  const stands = planned.every((row, index) => {
    const before = stored[index];
    return before?.outcome === row.outcome && saysTheSame(before.plan, row.plan);
  });
  if (!stands) {
    await saveRows(db, paymentRows(batch.id, planned));
    await moveImport(db, batch, { counts: countPayments(planned, batch.counts.repeated ?? 0) });
    return null;
  }
  return async () => ({ drafts: [], idsByRow: new Map([...selected].map((number) => [number, []])) });
}
