import type { ReportFacts } from "@/domain/reports/report-policy";

/** Why nobody could decide a report even if they wanted to; a message key (`moderation.waits.<key>`). */
export type WaitsBecause =
  | "only-moderator-is-author"
  | "needs-another-moderator"
  | "nobody-can-appeal"
  | "nobody-decides-there";

/**
 * Nobody decides their own report, so in a small campaign one can wait for want of people. An admin sees why.
 * @param all ids of everyone who may decide reports (moderators and admins).
 * @param deciders those of them who decide where it lies.
 */
export function findWhyItWaits(
  facts: ReportFacts,
  all: readonly string[],
  deciders: readonly string[] = all,
): WaitsBecause | null {
  if (!["submitted", "in-review", "awaiting-second"].includes(facts.state)) return null;
  const others = deciders.filter((id) => id !== facts.authorId);
  if (others.length === 0)
    return all.some((id) => id !== facts.authorId) ? "nobody-decides-there" : "only-moderator-is-author";
  if (facts.state === "awaiting-second" && others.every((id) => id === facts.firstDeciderId))
    return "needs-another-moderator";
  if (facts.appealedFrom !== null && others.every((id) => id === facts.appealedFrom))
    return "nobody-can-appeal";
  return null;
}
