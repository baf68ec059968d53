import type { AuditAction } from "@/domain/audit/action";
import { keysOf } from "@/domain/lists/keys-of";
import { namesAPerson } from "@/domain/reports/names-a-person";
import type { ReportLane } from "@/domain/reports/queue-lane";

/** What the rules look at: all that is known of a report that waits. */
export type QueueCase = {
  lane: ReportLane;
  revision: number;
  /** The last thing that was done to it, looking past words and reviews. */
  last: AuditAction | undefined;
  /** How many reports its account has sent, this one among them. */
  sentByAccount: number;
  /** Who would be named as running it; "" where nobody is, or the report is not about that. */
  providerName: string;
  providerIsKnown: boolean;
  /** Whether its kind of care is shown by area only. */
  isAreaOnly: boolean;
  /** The name of an entry that it may be the same as. */
  twin: string | null;
  /** The title of another report that waits and may say the same. */
  waitingTwin: string | null;
  /** How many reviewers doubt its newest version, and whether the entry that it is about is marked as disputed. */
  doubts: number;
  isEntryDisputed: boolean;
  /** Whole days since it was sent. */
  days: number;
};
type Words = Readonly<Record<string, string | number>>;

/** A report that was sent yesterday waits as it should. */
export const DAYS_TO_SAY = 2;

const is = (holds: boolean, words: Words = {}) => (holds ? words : null);

/** The one of these that stands first: what brought the report to where it is. */
const STAGES = {
  second: ({ lane }) => is(lane === "second"),
  appealed: ({ lane }) => is(lane === "appeals"),
  returned: ({ last }) => is(last === "report.returned"),
  reopened: ({ last }) => is(last === "report.reopened"),
  "taken-back": ({ last }) => is(last === "report.taken-back"),
  expired: ({ last }) => is(last === "report.expired"),
  resubmitted: ({ revision }) => is(revision > 1),
  change: ({ lane }) => is(lane === "changes"),
  new: () => is(true),
} satisfies Record<string, (report: QueueCase) => Words | null>;

/** All of these that hold, in this order. */
const RULES = {
  "first-report": ({ sentByAccount }) => is(sentByAccount <= 1),
  "names-a-person": ({ providerName }) => is(namesAPerson(providerName)),
  "new-provider": ({ providerName, providerIsKnown }) => is(providerName !== "" && !providerIsKnown),
  "area-only": ({ isAreaOnly }) => is(isAreaOnly),
  duplicate: ({ twin }) => is(twin !== null, { name: twin ?? "" }),
  "waiting-twin": ({ waitingTwin }) => is(waitingTwin !== null, { name: waitingTwin ?? "" }),
  disputed: ({ isEntryDisputed }) => is(isEntryDisputed),
  doubted: ({ doubts }) => is(doubts > 0, { count: doubts }),
  waiting: ({ days }) => is(days >= DAYS_TO_SAY, { days }),
} satisfies Record<string, (report: QueueCase) => Words | null>;

export type QueueRule = keyof typeof STAGES | keyof typeof RULES;
/** All of them, in the order in which they are said. */
export const QUEUE_RULES: readonly QueueRule[] = [...keysOf(STAGES), ...keysOf(RULES)];
/** A message key (`moderation.why.<rule>`) with what its sentence names. */
export type QueueReason = { rule: QueueRule; words: Words };

/** Why a report is in the queue, in the order in which it is said. */
export function whyQueued(report: QueueCase): QueueReason[] {
  const stage = keysOf(STAGES).find((rule) => STAGES[rule](report) !== null) ?? "new";
  const reasons: QueueReason[] = [{ rule: stage, words: {} }];
  for (const rule of keysOf(RULES)) {
    const words = RULES[rule](report);
    if (words !== null) reasons.push({ rule, words });
  }
  return reasons;
}
