import type { OwnerClass } from "@/domain/providers/owner-class";
import type { RegistrationDoubt } from "./doubts";
import type { RegisteredForm } from "./registration";

/** A run of registrations of one provider at a place, as pages read it. Days ISO. */
export type RegisteredRun = {
  form: RegisteredForm;
  /** Of an organisation; null for every other form, and while its name is withheld. */
  provider: { slug: string; name: string } | null;
  ownerClass: OwnerClass | null;
  /** At Companies House; null for every form but an organisation, for one that is no company, and while its name is withheld. */
  companyNumber: string | null;
  /** The regulator's number of the location. */
  locationId: string;
  /** Of the newest registration of the run, and of its first. */
  registeredOn: string;
  since: string;
  endedOn: string | null;
  isLatest: boolean;
  doubts: readonly RegistrationDoubt[];
  /** The day for which the register speaks. */
  confirmedOn: string;
};

/**
 * What the latest registration of a practice comes to. `doubt` is a lead and no answer; `not-checked` is an organisation of which no
 * source says who owns it. `registeredKind` (db/queries/registrations.ts) says the same in SQL.
 */
export const REGISTERED_KINDS = [
  "others",
  "not-checked",
  "member-practices",
  "gps-of-the-practice",
  "nhs",
  "nhs-body",
  "partnership",
  "individual",
  "not-given",
  "doubt",
] as const;
export type RegisteredKind = (typeof REGISTERED_KINDS)[number];

/** Whether it answers who is registered: a doubt is a lead, and a registration of no given type says nothing. */
export const isRegisteredAnswer = (kind: RegisteredKind): boolean => kind !== "doubt" && kind !== "not-given";

/** How many practices of an area come to a kind; `confirmedOn` is the day for which the newest register speaks. */
export type RegisteredCount = { kind: RegisteredKind; practices: number; confirmedOn: string };

export function registeredKindOf({
  form,
  ownerClass,
  doubts,
}: Pick<RegisteredRun, "form" | "ownerClass" | "doubts">): RegisteredKind {
  if (doubts.length > 0) return "doubt";
  return form === "organisation" ? (ownerClass ?? "not-checked") : form;
}

/** The answer for a practice that nobody has checked, out of its latest registration. */
export type RegisteredAnswer = {
  kind: RegisteredKind;
  form: RegisteredForm;
  /** The organisation's name; null where there is none to show. */
  holder: string | null;
  /** The holder's at Companies House; null where there is none to show. */
  companyNumber: string | null;
  /** First day of the run for an organisation, else the day of the registration: two partnerships may be of different people. */
  since: string;
  confirmedOn: string;
  doubts: readonly RegistrationDoubt[];
};

/** @returns null where no registration is held. */
export function registeredAnswerOf(runs: readonly RegisteredRun[]): RegisteredAnswer | null {
  const latest = runs.find(({ isLatest }) => isLatest);
  if (!latest) return null;
  const { form, provider, companyNumber, since, confirmedOn, doubts } = latest;
  const holder = provider?.name ?? null;
  return { kind: registeredKindOf(latest), form, holder, companyNumber, since, confirmedOn, doubts };
}

/** A practice at which an organisation is or was registered, as the organisation's page lists it. */
export type RegisteredPractice = Omit<RegisteredRun, "form" | "provider" | "ownerClass" | "companyNumber"> & {
  place: { slug: string; name: string; nameCy: string | null };
  town: string;
};
