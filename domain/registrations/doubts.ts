import { bearsName, nameFit, namesCompanyOrTrust } from "./names-fit";
import { inARun, type RegisteredCompany, type Registration } from "./registration";
import { newestOf, tenuresOf } from "./tenures";

/** Why the latest registration of a practice is a lead to follow and no answer. New ones go to the end. */
export const REGISTRATION_DOUBTS = [
  "name-does-not-fit",
  "hub-or-out-of-hours",
  "several-on-one-day",
  "company-dissolved-before",
  "company-dissolved-since",
  "company-in-liquidation",
  "name-names-another",
  "local-organisation-follows-practice",
  "takeover-reported",
  "sources-differ",
  "no-longer-registered",
  "other-form-reported",
  "company-made-since",
  "another-runner",
] as const;
export type RegistrationDoubt = (typeof REGISTRATION_DOUBTS)[number];

/** What only a newer edition can say of a registration that is held (compare-edition.ts). */
export const EDITION_DOUBTS: readonly RegistrationDoubt[] = ["sources-differ", "no-longer-registered"];

/** All that the doubt about one practice's latest registration is judged by. */
export type PracticeToDoubt = {
  /** As the register of practices names it now. */
  name: string;
  /** All of the practice, in any order; at least one. */
  registrations: readonly Registration[];
  /** The day of the register's copy, ISO. */
  edition: string;
  /** The company of the latest registration, where the list of companies has its number. */
  company: RegisteredCompany | null;
  /** Whether the organisation of the latest registration belongs to local practices, or its name says so. */
  isOfLocalPractices: boolean;
  /** Whether a document says that somebody else has taken the practice over. */
  isTakeoverReported: boolean;
  /** Whether another source names somebody else as running the practice (`isAnotherRunner`). */
  isAnotherRunnerNamed: boolean;
  /** Whether a document shows another type of registration: partners where the copy has one person. */
  isOtherFormReported: boolean;
};

/** Why the latest registration is no answer; none where it is one. */
export function registrationDoubts(practice: PracticeToDoubt): RegistrationDoubt[] {
  const newest = newestOf(practice.registrations.map(inARun));
  const latest = newest.at(-1);
  if (!latest) return [];
  const found: Record<RegistrationDoubt, boolean> = {
    "name-does-not-fit": !namesFit(practice.name, latest),
    "hub-or-out-of-hours": isHub(practice.name, latest),
    "several-on-one-day": newest.length > 1,
    ...ofCompany(practice),
    "name-names-another": namesAnother(practice.name, latest),
    "local-organisation-follows-practice":
      practice.isOfLocalPractices && followsPractice(practice.registrations),
    "takeover-reported": practice.isTakeoverReported,
    "sources-differ": false,
    "no-longer-registered": false,
    "other-form-reported": practice.isOtherFormReported,
    "another-runner": practice.isAnotherRunnerNamed,
    "company-made-since": isYoungerThanItsRegistration(practice.company, practice.registrations),
  };
  return REGISTRATION_DOUBTS.filter((doubt) => found[doubt]);
}

/** Of organisations alone: of the others the register's copy has no names. */
function namesFit(name: string, latest: Registration): boolean {
  if (latest.form !== "organisation") return true;
  return nameFit(name, latest.locationName) !== "neither" || bearsName(name, latest.organisation.name);
}

const HUB =
  /\bhubs?\b|out[- ]of[- ]hours|\booh\b|(?:extended|improved|enhanced) (?:access|hours)|walk[- ]?in|urgent (?:care|treatment)|special allocation|head ?quarters|head office/i;

/** A service for patients of many practices that carries one practice's code. */
function isHub(name: string, latest: Registration): boolean {
  return latest.form === "organisation" && HUB.test(latest.locationName) && !HUB.test(name);
}

function ofCompany({ company, edition }: PracticeToDoubt) {
  const ceased = company?.status === "dissolved" ? company.ceased : null;
  return {
    "company-dissolved-before": ceased !== null && ceased < edition,
    "company-dissolved-since": ceased !== null && ceased >= edition,
    "company-in-liquidation": company?.status === "liquidation" || company?.status === "administration",
  };
}

/**
 * The company was made after the first day of the run: the copy has given an older registration the number of a company that followed, so
 * neither who was registered on that day nor since when the company is can be told from it.
 */
function isYoungerThanItsRegistration(
  company: RegisteredCompany | null,
  registrations: readonly Registration[],
): boolean {
  const since = tenuresOf(registrations.map(inARun)).at(-1)?.since;
  return since !== undefined && company !== null && company.created !== null && since < company.created;
}

/** The practice's own name has a company or a trust in it that is not who is registered. */
function namesAnother(name: string, latest: Registration): boolean {
  if (!namesCompanyOrTrust(name)) return false;
  return latest.form !== "organisation" || !bearsName(name, latest.organisation.name);
}

/** Before the latest, a partnership or a person was registered at the practice's code. */
function followsPractice(registrations: readonly Registration[]): boolean {
  const [latest, before] = tenuresOf(registrations.map(inARun)).reverse();
  if (latest?.registration.form !== "organisation" || !before) return false;
  return before.registration.form === "partnership" || before.registration.form === "individual";
}

/** Whether an organisation's name says that local practices are its members. */
export function soundsLocal(name: string): boolean {
  return /\b(?:federation|alliance|gp (?:group|care group|network)|general practice (?:alliance|chambers|group|provider organisation)|gppo|practices alliance|health collaboration)\b/i.test(
    name,
  );
}
