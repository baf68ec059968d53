import { keysOf } from "@/domain/lists/keys-of";
import { namesAPerson } from "@/domain/reports/names-a-person";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import type { ServiceCategory } from "@/domain/services/category";
import { sensitiveWords } from "@/domain/services/revealing/sensitive-words";

/** What a rule may look at. */
export type SecondPersonCase = {
  /** What would be published. */
  proposal: NewServiceProposal;
  /** What the author sent. */
  sent: NewServiceProposal;
  providerIsKnown: boolean;
  /** Whether a kind of care is shown by area only, by our list or an admin's. */
  isAreaOnly: (category: ServiceCategory) => boolean;
};

/**
 * Rules that ask for two people, each a small function of its own. The key is also the message key of the sentence
 * that tells a moderator why (`moderation.second.<key>`), and what the setting "moderation.two-people" lists.
 */
const RULES = {
  /** A mistake about such a service can put a patient or a worker in danger. */
  "area-only-category": ({ proposal, isAreaOnly }) => isAreaOnly(proposal.category),
  /** Under another kind of care the same service would be published with its address, by one person's slip. */
  "may-be-area-only": ({ proposal, sent, isAreaOnly }) =>
    !isAreaOnly(proposal.category) &&
    (isAreaOnly(sent.category) ||
      [sent, proposal].some((each) => sensitiveWords(toldBy(each), isAreaOnly) !== null)),
  /** A claim about a single named doctor is a claim about a person. */
  "names-a-person": ({ proposal }) => namesAPerson(proposal.providerName),
  /** What an organisation is in law, said of one that we have never published, is what its lawyer reads first. */
  "new-provider-legal-form": ({ proposal, providerIsKnown }) =>
    proposal.naming === "named" &&
    !providerIsKnown &&
    proposal.providerKind !== "" &&
    proposal.providerKind !== "private-sector",
} satisfies Record<string, (report: SecondPersonCase) => boolean>;

/** All that a report says of what it is about, the author's note too. */
function toldBy({ placeName, addressLines, providerName, note, sources }: NewServiceProposal): string {
  const told = sources.flatMap(({ title, publisher, url, says }) => [title, publisher, url, says]);
  return [placeName, addressLines, providerName, note, ...told].join(" / ");
}

export type SecondPersonRule = keyof typeof RULES;
export const SECOND_PERSON_RULES = keysOf(RULES);

/** On unless an admin sets something else. The last would stop a small campaign whose second moderator is away. */
export const DEFAULT_SECOND_PERSON_RULES: readonly SecondPersonRule[] = [
  "area-only-category",
  "may-be-area-only",
  "names-a-person",
];

/** @returns the rules that ask for a second person; empty when one is enough. */
export function findSecondPersonRules(
  report: SecondPersonCase,
  active: readonly SecondPersonRule[],
): SecondPersonRule[] {
  return active.filter((rule) => RULES[rule](report));
}
