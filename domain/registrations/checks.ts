import { likelyShare } from "@/domain/figures/likely-share";
import type { Range } from "@/domain/figures/ranked-ranges";

/** Forms of which a sample was checked by hand against pages. */
export const CHECKED_FORMS = ["partnership", "individual", "organisation", "nhs-body"] as const;
export type CheckedForm = (typeof CHECKED_FORMS)[number];

/**
 * What a page says beside the register's copy: the same; that somebody else has taken over after the day of the copy; something else of
 * that day or before. Or no page was found that says who runs the practice.
 */
export const CHECK_OUTCOMES = ["agrees", "changed", "disagrees", "no-page"] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

/** What the checks of one form come to. */
export type CheckTally = {
  form: CheckedForm;
  looked: number;
  found: number;
  agrees: number;
  changed: number;
  disagrees: number;
  /** Which share of the copy's rows is probably wrong (95%), by the pages that were found; null where none was. */
  wrong: Range | null;
};

/** By form, in the order of the forms; one that nobody has looked at is left out. */
export function tallyChecks(checks: readonly { form: CheckedForm; outcome: CheckOutcome }[]): CheckTally[] {
  return CHECKED_FORMS.flatMap((form) => {
    const of = checks.filter((one) => one.form === form);
    if (of.length === 0) return [];
    const count = (outcome: CheckOutcome) => of.filter((one) => one.outcome === outcome).length;
    const [agrees, changed, disagrees] = [count("agrees"), count("changed"), count("disagrees")];
    const found = agrees + changed + disagrees;
    const wrong = found === 0 ? null : likelyShare(disagrees, found);
    return [{ form, looked: of.length, found, agrees, changed, disagrees, wrong }];
  });
}
