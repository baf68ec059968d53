import { createHash } from "node:crypto";
import { readPlaceTable } from "@/db/reference/place-table";
import { unpackRegistrations } from "@/db/reference/registration-table";
import { CHECKED_FORMS, type CheckedForm } from "@/domain/registrations/checks";
import { type RegistrationDoubt, registrationDoubts, soundsLocal } from "@/domain/registrations/doubts";
import { inARun, type Registration } from "@/domain/registrations/registration";
import { newestOf } from "@/domain/registrations/tenures";

/** How many of each form are drawn; of a form with fewer, all. */
const SIZE = 60;

/** Rules that came after the sample was drawn: a practice that they doubt stays in it, with what was found. */
const LATER: readonly RegistrationDoubt[] = ["company-made-since"];

/** A practice whose latest registration is to be checked against a page. */
export type SampledRegistration = {
  form: CheckedForm;
  code: string;
  name: string;
  town: string;
  postcode: string;
  locationId: string;
  registeredOn: string;
  /** Of an organisation alone. */
  organisation: string | null;
};

/**
 * A random sample of each form, the same whenever it is drawn: practices of England that are open, whose latest registration the rules of
 * the copy do not doubt, in the order of the SHA-256 of the copy's day and their ODS code ("2024-10-16 A81001"). The day is the seed
 * because it was there before anybody drew: no other could have been tried for a better result. What people reviewed later (owners,
 * takeovers) is not asked, so the sample stays the same as that grows.
 */
export function sampleRegistrations(): SampledRegistration[] {
  const { edition, registrations, companies } = unpackRegistrations();
  const byNumber = new Map(companies.map((one) => [one.number, one]));
  const byCode = new Map<string, Registration[]>();
  for (const one of registrations) byCode.set(one.code, [...(byCode.get(one.code) ?? []), one]);

  const drawn = readPlaceTable().places.flatMap(({ register, name, identifiers, address }) => {
    const code = identifiers.find(({ to }) => to === null)?.code ?? "";
    // Codes of Wales begin with W.
    if (register !== "gp-practices" || code.startsWith("W")) return [];
    const ofPractice = byCode.get(code) ?? [];
    const latest = newestOf(ofPractice.map(inARun)).at(-1);
    const form = CHECKED_FORMS.find((one) => one === latest?.form);
    if (!latest || !form) return [];
    const organisation = latest.form === "organisation" ? latest.organisation : null;
    const doubts = registrationDoubts({
      name,
      registrations: ofPractice,
      edition,
      company: byNumber.get(organisation?.companyNumber ?? "") ?? null,
      isOfLocalPractices: soundsLocal(organisation?.name ?? ""),
      isTakeoverReported: false,
      isAnotherRunnerNamed: false,
      isOtherFormReported: false,
    });
    if (doubts.some((doubt) => !LATER.includes(doubt))) return [];
    const { locationId, registeredOn } = latest;
    const { town, postcode } = address;
    const order = createHash("sha256").update(`${edition} ${code}`).digest("hex");
    const sampled = { form, code, name, town, postcode, locationId, registeredOn };
    return [{ order, sampled: { ...sampled, organisation: organisation?.name ?? null } }];
  });
  drawn.sort((a, b) => (a.order < b.order ? -1 : 1));
  return CHECKED_FORMS.flatMap((form) =>
    drawn.flatMap(({ sampled }) => (sampled.form === form ? [sampled] : [])).slice(0, SIZE),
  );
}
