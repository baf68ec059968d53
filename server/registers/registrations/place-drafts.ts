import { starterId } from "@/db/seed/starter/starter-id";
import { dateInWords } from "@/domain/dates/in-words";
import type { RegistrationDoubt } from "@/domain/registrations/doubts";
import type { RegisteredForm, Registration } from "@/domain/registrations/registration";
import type { ClaimDraft } from "@/server/records/save-records";
import type { RegistrationSource } from "./registration-sources";

/** The same in every installation and for every load of an edition. */
export type RegistrationClaim = ClaimDraft & { id: string };

/** That somebody was registered at a place. @param providerId of ours, of an organisation. */
export function registrationClaim(
  one: Registration,
  providerId: string | null,
  { row, confirmedOn }: RegistrationSource,
): RegistrationClaim {
  const { locationId: key, form, registeredOn } = one;
  const value = { key, form, registeredOn, ...(providerId === null ? {} : { providerId }) };
  return {
    id: starterId(`registration/${JSON.stringify(value)}#${row.sourceKey}`),
    field: "registration",
    value,
    sourceId: row.id,
    confirmedOn,
    validFrom: registeredOn,
    says: `Lists ${holderInWords(one)} as registered to provide care here on ${dateInWords(registeredOn, "en")} (location ${key}).`,
  };
}

function holderInWords(one: Registration): string {
  return one.form === "organisation" ? one.organisation.name : FORMS[one.form];
}

const FORMS: Record<Exclude<RegisteredForm, "organisation">, string> = {
  partnership: "a partnership",
  individual: "one person",
  "nhs-body": "an NHS body",
  "not-given": "somebody whose form is not given",
};

/** Why the latest registration is a lead. @param load tells this load from others: what is doubted can change back. */
export function doubtClaim(
  key: string,
  doubts: readonly RegistrationDoubt[],
  { row, confirmedOn }: RegistrationSource,
  load: string,
): RegistrationClaim {
  const value = { key, doubts: [...doubts] };
  return {
    id: starterId(`registration-doubt/${JSON.stringify(value)}#${load}`),
    field: "registration-doubt",
    value,
    sourceId: row.id,
    confirmedOn,
    says:
      doubts.length === 0
        ? "Worked out from the register and the names in it: nothing is in doubt any more."
        : "Worked out from the register, the names in it and what is known of the company.",
  };
}
