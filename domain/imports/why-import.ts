import { DAY_MS } from "@/domain/dates/day-ms";
import { keysOf } from "@/domain/lists/keys-of";
import { DAYS_TO_SAY } from "@/domain/reports/queue-reason";

/** What is known of a list that waits for a second person. */
export type WaitingImport = {
  submittedAt: Date | null;
  /** Its importer brought it although it looked old or cut. */
  isOverridden: boolean;
  /** What an earlier one named and this one does not may have ended. */
  isComplete: boolean;
};

type Asked = WaitingImport & { days: number };

/** All of these that hold, in this order. */
const RULES = {
  second: () => true,
  overridden: ({ isOverridden }) => isOverridden,
  complete: ({ isComplete }) => isComplete,
  waiting: ({ days }) => days >= DAYS_TO_SAY,
} satisfies Record<string, (asked: Asked) => boolean>;
export type ImportReason = { rule: keyof typeof RULES; days: number };

/** Why a list is in the queue: message keys (`moderation.whyImport.<rule>`), in the order in which they are said. `days` are whole. */
export function whyImport(waiting: WaitingImport, now: Date): ImportReason[] {
  const days = Math.floor((now.getTime() - (waiting.submittedAt ?? now).getTime()) / DAY_MS);
  return keysOf(RULES).flatMap((rule) => (RULES[rule]({ ...waiting, days }) ? [{ rule, days }] : []));
}
