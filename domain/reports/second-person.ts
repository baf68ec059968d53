import type { NewServiceProposal } from "@/domain/reports/proposal";

/** What a rule may look at. `isAreaOnly`: the care is shown by area only, by our list or an admin's. */
export type SecondPersonCase = {
  proposal: NewServiceProposal;
  providerIsKnown: boolean;
  isAreaOnly: boolean;
};

/**
 * Rules that ask for two people, each a small function of its own. The key is also the message key of the sentence
 * that tells a moderator why (`moderation.second.<key>`), and what the setting "moderation.two-people" lists.
 */
const RULES = {
  /** A mistake about such a service can put a patient or a worker in danger. */
  "area-only-category": ({ isAreaOnly }) => isAreaOnly,
  /** A claim about a single named doctor is a claim about a person. */
  "names-a-person": ({ proposal }) =>
    /^(dr|doctor|mr|mrs|ms|prof|professor)\b/i.test(proposal.providerName.trim()),
  /** What an organisation is in law, said of one that we have never published, is what its lawyer reads first. */
  "new-provider-legal-form": ({ proposal, providerIsKnown }) =>
    proposal.naming === "named" &&
    !providerIsKnown &&
    proposal.providerKind !== "" &&
    proposal.providerKind !== "private-sector",
} satisfies Record<string, (report: SecondPersonCase) => boolean>;

export type SecondPersonRule = keyof typeof RULES;
export const SECOND_PERSON_RULES = Object.keys(RULES) as SecondPersonRule[];

/** On unless an admin sets something else. The third would stop a small campaign whose second moderator is away. */
export const DEFAULT_SECOND_PERSON_RULES: readonly SecondPersonRule[] = [
  "area-only-category",
  "names-a-person",
];

/** @returns the rules that ask for a second person; empty when one is enough. */
export function findSecondPersonRules(
  report: SecondPersonCase,
  active: readonly SecondPersonRule[],
): SecondPersonRule[] {
  return active.filter((rule) => RULES[rule](report));
}
