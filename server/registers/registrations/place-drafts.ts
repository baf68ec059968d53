import { starterId } from "@/db/seed/starter/starter-id";
import { dateInWords } from "@/domain/dates/in-words";
import type { RegistrationDoubt } from "@/domain/registrations/doubts";
import type { Registration } from "@/domain/registrations/registration";
import { holderInWords } from "@/domain/registrations/said";
import type { ClaimDraft } from "@/server/records/save-records";
import type { RegistrationSource } from "./registration-sources";

/** The same in every installation and for every load of an edition. */
export type RegistrationClaim = ClaimDraft & { id: string };

/** That somebody was registered at a place. @param providerId of ours, of an organisation. */
export function registrationClaim(
  one: Registration & { endedOn?: string | null },
  providerId: string | null,
  { row, confirmedOn }: RegistrationSource,
): RegistrationClaim {
  const { locationId: key, form, registeredOn } = one;
  const value = {
    key,
    form,
    registeredOn,
    ...(one.endedOn ? { endedOn: one.endedOn } : {}),
    ...(providerId === null ? {} : { providerId }),
  };
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

/** A document that says who has taken a practice over, or shows another type of registration, and what it says. */
export type ReportedDoubt = { source: RegistrationSource; says: string };

/**
 * Why the latest registration is a lead. A reported takeover is the claim's source, so that its page has the link; it counts from the
 * day of the register's copy at the earliest, because that copy still has who was there before.
 * @param load tells this load from others: what is doubted can change back.
 */
export function doubtClaim(
  key: string,
  doubts: readonly RegistrationDoubt[],
  register: RegistrationSource,
  load: string,
  reported: ReportedDoubt | null = null,
): RegistrationClaim {
  const value = { key, doubts: [...doubts] };
  const { row, confirmedOn } = reported?.source ?? register;
  const isNewer = confirmedOn > register.confirmedOn;
  return {
    id: starterId(`registration-doubt/${JSON.stringify(value)}#${load}`),
    field: "registration-doubt",
    value,
    sourceId: row.id,
    confirmedOn: isNewer ? confirmedOn : register.confirmedOn,
    says: reported?.says ?? (doubts.length === 0 ? NO_DOUBT : WORKED_OUT),
  };
}

const NO_DOUBT = "Worked out from the register and the names in it: nothing is in doubt any more.";
const WORKED_OUT = "Worked out from the register, the names in it and what is known of the company.";
