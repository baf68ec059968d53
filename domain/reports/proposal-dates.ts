import {
  type DateProblem,
  problemOfChange,
  problemOfContractDay,
  problemOfDayThere,
  problemOfSourceDate,
  problemOfStart,
} from "@/domain/dates/plausible";
import type { Proposal } from "@/domain/reports/proposal";
import { newContractSchema } from "@/domain/reports/service-lines";

/**
 * Every date of a report that cannot be, whatever its kind: field of the proposal ("sources.1.publishedOn") -> message key.
 * The same when it is sent and when it is approved: a report may have waited since before a rule was made.
 * @param today ISO
 */
export function problemsOfDates(proposal: Proposal, today: string): Record<string, DateProblem> {
  const found: Record<string, DateProblem | null> = { ...ownDates(proposal, today) };
  const sources = "sources" in proposal ? proposal.sources : [];
  for (const [index, { publishedOn }] of sources.entries())
    found[`sources.${index}.publishedOn`] = problemOfSourceDate(publishedOn, today);
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, DateProblem] => entry[1] !== null),
  );
}

function ownDates(proposal: Proposal, today: string): Record<string, DateProblem | null> {
  switch (proposal.kind) {
    case "new-service": {
      const { startedOn, status } = proposal;
      return { startedOn: startedOn === "" ? null : problemOfStart(startedOn, status, today) };
    }
    case "change":
      return { on: proposal.on === "" ? null : problemOfChange(proposal.on, today) };
    case "not-outsourced":
      return { checkedOn: problemOfDayThere(proposal.checkedOn, today) };
    case "correction":
      return proposal.field === "contract"
        ? daysOfContract(proposal.proposed, today)
        : { proposed: problemOfCorrectedDate(proposal.field, proposal.proposed, today) };
    case "still-there":
    case "same-as":
      return {};
  }
}

function daysOfContract(proposed: unknown, today: string): Record<string, DateProblem | null> {
  const { contractStartsOn: from, contractEndsOn: to } = newContractSchema.parse(proposed);
  return {
    contractStartsOn: from === "" ? null : problemOfContractDay(from, today),
    contractEndsOn: to === "" ? null : problemOfContractDay(to, today),
  };
}

/** Of a fact that is a date, what is said to be right instead; null where it can be, and for any other fact. */
export function problemOfCorrectedDate(field: string, proposed: unknown, today: string): DateProblem | null {
  if (typeof proposed !== "string" || !/^\d{4}/.test(proposed)) return null;
  if (field === "contract-starts-on" || field === "contract-ends-on")
    return problemOfContractDay(proposed, today);
  if (field === "started-on") return problemOfStart(proposed, "planned", today);
  return field === "ended-on" ? problemOfChange(proposed, today) : null;
}
