import { z } from "zod";
import { reasonSchema } from "@/domain/reports/field-decision";
import { SECOND_PERSON_RULES } from "@/domain/reports/second-person";
import { isUuid } from "@/domain/uuid";

/** What can be decided of several reports at once. "The same as" names an entry, so it is said of one report at a time. */
export const BULK_VERDICTS = ["approve", "request-changes", "reject"] as const;
export type BulkVerdict = (typeof BULK_VERDICTS)[number];

/** As many as a page of the queue shows: more than that nobody has looked at. */
export const MOST_IN_BULK = 25;

/**
 * Where several reports that are decided together stand. Each of the three that end in "ing" is worked through item by item, by whoever
 * asks, and becomes the one behind it when no item is left.
 */
export const BULK_PHASES = [
  "previewing",
  "previewed",
  "deciding",
  "decided",
  "taking-back",
  "taken-back",
] as const;
export type BulkPhase = (typeof BULK_PHASES)[number];

/**
 * "new": nobody has found out yet what would happen. "ready": it can be decided. "cannot": it cannot, and is left alone. "done": decided.
 * "failed": it could not be decided any more. "taken-back": it waits again. "stands": it could not be taken back any more.
 */
export const BULK_ITEM_STATES = ["new", "ready", "cannot", "done", "failed", "taken-back", "stands"] as const;
export type BulkItemState = (typeof BULK_ITEM_STATES)[number];

type Step = { from: BulkItemState; done: BulkItemState; not: BulkItemState; next: BulkPhase };

/** What is worked through in a phase: the items it begins with, what each becomes, and the phase behind it. */
export const BULK_STEPS = {
  previewing: { from: "new", done: "ready", not: "cannot", next: "previewed" },
  deciding: { from: "ready", done: "done", not: "failed", next: "decided" },
  "taking-back": { from: "done", done: "taken-back", not: "stands", next: "taken-back" },
} as const satisfies Partial<Record<BulkPhase, Step>>;
export type BulkStep = keyof typeof BULK_STEPS;

export function isBulkStep(phase: BulkPhase): phase is BulkStep {
  return phase in BULK_STEPS;
}

/** Why what a report would change cannot be published as it stands, as the use cases of changes name it. */
const REFUSED_CHANGES = [
  "line-gone",
  "last-area",
  "entry-ended",
  "entry-succeeded",
  "says-so-already",
  "name-taken",
  "commissioner-withheld",
  "provider-withheld",
  "place-withheld",
  "source-withheld",
  "contract-order",
  "before-start",
  "change-not-yet",
  "start-not-yet",
  "source-date-wrong",
  "date-before-nhs",
  "date-too-far",
  "other-ended",
  "other-kind",
  "same-entry",
  "stands-for-others",
  "place-gone",
  "area-needed",
  "postcode-unknown",
  "postcode-unknown-near",
  "postcode-ended",
  "postcode-ended-near",
  "runs-services",
  "no-registration",
] as const;

/** Why an item cannot be decided, or not be taken back: keys of the catalogue (`moderation.bulk.because`). */
export const BULK_PROBLEMS = [
  "held",
  "changed",
  "second-person",
  "waits-for-second",
  "twin",
  "reveals",
  "unfit",
  "entry-gone",
  ...REFUSED_CHANGES,
  "own-report",
  "appealed-decision",
  "set-aside",
  "wrong-state",
  "practise-first",
  "not-moderator",
  "outside-areas",
  "built-on",
  "gone",
  "other",
] as const;
export type BulkProblem = (typeof BULK_PROBLEMS)[number];

/** `by` is a handle, or what colleagues call who has it; `what` what was done meanwhile, as the audit names it; `rules` ask for a second person. */
export const bulkBecauseSchema = z.object({
  problem: z.enum(BULK_PROBLEMS),
  by: z.string().nullable().default(null),
  what: z.string().nullable().default(null),
  rules: z.array(z.enum(SECOND_PERSON_RULES as [string, ...string[]])).default([]),
});
export type BulkBecause = { problem: BulkProblem; by: string | null; what: string | null; rules: string[] };

export function because(problem: BulkProblem, more: Partial<BulkBecause> = {}): BulkBecause {
  return { problem, by: more.by ?? null, what: more.what ?? null, rules: more.rules ?? [] };
}

/** A ticked report as a form sends it: its id and the version that was shown. */
const chosenSchema = z.string().transform((text, context) => {
  const [reportId = "", version = ""] = text.split(":");
  const seen = Number(version);
  if (isUuid(reportId) && Number.isSafeInteger(seen) && seen > 0) return { reportId, version: seen };
  context.addIssue({ code: "custom", message: "choose-reports" });
  return z.NEVER;
});

export const bulkSchema = z.object({
  chosen: z.array(chosenSchema).min(1, "choose-reports").max(MOST_IN_BULK, "too-many-reports"),
  decision: z.enum(BULK_VERDICTS, "decision-needed"),
  reason: reasonSchema,
});

/** How often each state is there. */
export function countItems(states: readonly BulkItemState[]): Record<BulkItemState, number> {
  const counts = { new: 0, ready: 0, cannot: 0, done: 0, failed: 0, "taken-back": 0, stands: 0 };
  for (const state of states) counts[state] += 1;
  return counts;
}
