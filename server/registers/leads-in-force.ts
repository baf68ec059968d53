import { z } from "zod";
import type { Db } from "@/db/client";
import { findApprovedEdition } from "@/db/queries/approved-edition";
import { type LeadTable, readLeadTable } from "@/db/reference/place-table";
import { financialYearOf } from "@/domain/dates/financial-year";
import { itemShape } from "@/domain/imports/stored-item";
import type { ContractLead } from "@/domain/places/register-place";

/**
 * A row of a payments file as an import keeps it: a practice on an APMS contract; one that was, with the type that the file
 * gives now, null where it does not have the practice; or a row that cannot be read.
 */
export type PaymentItem =
  | { lead: ContractLead }
  | { left: ContractLead; contract: string | null }
  | { unread: { code: string; name: string; why: string } };

const practice = z.object({
  code: z.string(),
  name: z.string(),
  postcode: z.string(),
  entry: z.enum(["active", "ended", "dormant"]),
  endedOn: z.string().nullable(),
}) satisfies z.ZodType<ContractLead>;

export const paymentShape = itemShape<PaymentItem>({
  shape: "payments-row",
  version: 1,
  schema: z.union([
    z.object({ lead: practice }),
    z.object({ left: practice, contract: z.string().nullable() }),
    z.object({ unread: z.object({ code: z.string(), name: z.string(), why: z.string() }) }),
  ]),
});

/** The name under which a payments file is brought and kept. */
export const PAYMENTS_FORMAT = "gp-payments";

let shipped: LeadTable | undefined;

/**
 * The practices on APMS contracts as the newest payments file has them: one that was approved here, else the one that comes
 * with the project. A practice that an approval left out of what changes stays what it was.
 */
export async function leadsInForce(db: Db): Promise<LeadTable> {
  shipped ??= readLeadTable();
  const approved = await findApprovedEdition(db, PAYMENTS_FORMAT);
  if (!approved || financialYearOf(approved.publishedOn) < shipped.year) return shipped;
  const leads = approved.rows.flatMap(({ item: stored, outcome, isApplied }): ContractLead[] => {
    const item = paymentShape.read(stored);
    if ("lead" in item) return [item.lead];
    // "changed" would take it off the list; left out of the approval, or with nothing to change, it does not.
    return "left" in item && outcome === "changed" && !isApplied ? [item.left] : [];
  });
  return { year: financialYearOf(approved.publishedOn), leads };
}
