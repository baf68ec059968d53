import type { ContractLead } from "@/domain/places/register-place";
import type { GpPayment } from "@/ingest/gp-payments";
import type { OdsOrganisation } from "@/ingest/ods-organisations";
import { properName } from "@/ingest/proper-case";
import { writtenPostcode } from "./register-positions";

/**
 * The practices that the payments file lists on an APMS contract, by code. What the register says of the entry since:
 * still active, ended on a day, or dormant. The type does not tell who holds a contract.
 */
export function buildLeads(
  payments: readonly GpPayment[],
  entries: readonly OdsOrganisation[],
): ContractLead[] {
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  return payments
    .filter(({ contract }) => contract === "APMS")
    .map(({ code, name, postcode, closedOn }): ContractLead => {
      const entry = byCode.get(code);
      const isActive = entry?.status === "A";
      return {
        code,
        name: properName(entry?.name ?? name),
        postcode: writtenPostcode(entry?.postcode ?? postcode) ?? postcode,
        entry: isActive ? "active" : entry?.status === "D" ? "dormant" : "ended",
        endedOn: isActive ? null : (entry?.closedOn ?? closedOn),
      };
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
