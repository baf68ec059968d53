import type { ReportFacts } from "@/domain/reports/report-policy";

/** Why nobody could decide a report even if they wanted to; a message key (`moderation.waits.<key>`). */
export type WaitsBecause = "only-moderator-is-author" | "needs-another-moderator" | "nobody-can-appeal";

/**
 * Nobody decides their own report, so in a small campaign one can wait for want of people. An admin sees why.
 * @param deciders ids of everyone who may decide reports (moderators and admins).
 */
export function findWhyItWaits(facts: ReportFacts, deciders: readonly string[]): WaitsBecause | null {
  if (!["submitted", "in-review", "awaiting-second"].includes(facts.state)) return null;
  const others = deciders.filter((id) => id !== facts.authorId);
  if (others.length === 0) return "only-moderator-is-author";
  if (facts.state === "awaiting-second" && others.every((id) => id === facts.firstDeciderId))
    return "needs-another-moderator";
  if (facts.appealedFrom !== null && others.every((id) => id === facts.appealedFrom))
    return "nobody-can-appeal";
  return null;
}
