import { REGISTRATION_DOUBTS, type RegistrationDoubt } from "./doubts";

/** A practice whose latest registration is a lead to follow. */
export type DoubtedPractice = {
  slug: string;
  name: string;
  nameCy: string | null;
  town: string;
  doubts: readonly RegistrationDoubt[];
};

/** `practices` is how many there are; a practice with two reasons stands under both. */
export type DoubtLeads = {
  practices: number;
  reasons: { doubt: RegistrationDoubt; practices: readonly DoubtedPractice[] }[];
};

/** Practices by why their registration is in doubt; the reason that most have first. */
export function byReason(practices: readonly DoubtedPractice[]): DoubtLeads {
  const reasons = REGISTRATION_DOUBTS.flatMap((doubt) => {
    const of = practices.filter(({ doubts }) => doubts.includes(doubt));
    return of.length > 0 ? [{ doubt, practices: of }] : [];
  });
  return {
    practices: practices.length,
    reasons: reasons.toSorted((a, b) => b.practices.length - a.practices.length),
  };
}
