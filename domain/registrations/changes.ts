import type { OwnerClass } from "@/domain/providers/owner-class";
import { bearsName } from "./names-fit";
import type { RegisteredForm } from "./registration";

/** A registration of a practice that follows another one there. Days ISO. */
export type RegistrationChange = {
  practice: string;
  since: string;
  form: RegisteredForm;
  /** Of an organisation: its record, its name and who owns most of it. */
  provider: string | null;
  name: string | null;
  ownerClass: OwnerClass | null;
  formBefore: RegisteredForm;
  providerBefore: string | null;
};

/** How many practices changed in a year: to an organisation or an NHS body; from one to a partnership or a person; and among these. */
export type ChangesOfYear = {
  year: number;
  toOrganisation: number;
  fromOrganisation: number;
  amongPartners: number;
};

/** The day on which the regulator registered nearly every practice for the first time: none of it is a change. */
const FIRST_REGISTERED_ON = "2013-04-01";

/**
 * Changes of registered provider by year, years without one too. Left out: the first registrations, moves from one organisation to another of
 * its group, and a partnership's or person's own incorporation.
 * @param parents whose group each organisation is of.
 */
export function changesByYear(
  changes: readonly RegistrationChange[],
  parents: ReadonlyMap<string, string | null>,
): ChangesOfYear[] {
  const kept = changes.filter(
    (change) =>
      change.since > FIRST_REGISTERED_ON && !isOfOneGroup(change, parents) && !isIncorporation(change),
  );
  const years = kept.map(yearOf);
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const year = first + at;
    const of = kept.filter((change) => yearOf(change) === year);
    const count = (is: (change: RegistrationChange) => boolean) => of.filter(is).length;
    return {
      year,
      toOrganisation: count(({ form }) => isBody(form)),
      fromOrganisation: count(({ form, formBefore }) => !isBody(form) && isBody(formBefore)),
      amongPartners: count(({ form, formBefore }) => !isBody(form) && !isBody(formBefore)),
    };
  });
}

const yearOf = ({ since }: RegistrationChange) => Number(since.slice(0, 4));
const isBody = (form: RegisteredForm) => form === "organisation" || form === "nhs-body";

function isOfOneGroup(
  { provider, providerBefore }: RegistrationChange,
  parents: ReadonlyMap<string, string | null>,
): boolean {
  if (provider === null || providerBefore === null) return false;
  return topOf(provider, parents) === topOf(providerBefore, parents);
}

/** More steps than any group has, and an end where sources close a circle. */
const MOST_STEPS_UP = 10;

function topOf(id: string, parents: ReadonlyMap<string, string | null>): string {
  let top = id;
  for (let step = 0; step < MOST_STEPS_UP; step += 1) {
    const parent = parents.get(top);
    if (!parent) return top;
    top = parent;
  }
  return top;
}

/** The practice's own company: its GPs own it by a source, or it bears the practice's name. */
function isIncorporation({ formBefore, form, practice, name, ownerClass }: RegistrationChange): boolean {
  if (isBody(formBefore) || form !== "organisation") return false;
  if (ownerClass !== null) return ownerClass === "gps-of-the-practice";
  return name !== null && bearsName(practice, name);
}
