import { z } from "zod";
import { MONTHS_A_CHECK_HOLDS } from "@/domain/places/place-check";
import type { RegistrationDoubt } from "@/domain/registrations/doubts";

/** What is left to find out, in the order in which it helps most. */
export const TASK_KINDS = [
  "place-not-checked",
  "check-due",
  "owner-not-known",
  "no-provider",
  "not-confirmed",
  "contract-ends",
  "place-not-exact",
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** What a form is for; `found` for whatever was found out. */
export const TASK_ANSWERS = [
  "found",
  "owner",
  "provider",
  "address",
  "still-there",
  "ended",
  "new-provider",
  "not-outsourced",
] as const;
export type TaskAnswer = (typeof TASK_ANSWERS)[number];

/** The question of the report, filled in, by what there is to find out. A place that nobody looked at can turn out to be run by anybody. */
export const ASKED_BY_TASK: Readonly<
  Record<TaskKind, readonly { answer: TaskAnswer; asked: Readonly<Record<string, string>> }[]>
> = {
  "place-not-checked": [{ answer: "found", asked: {} }],
  "check-due": [
    { answer: "not-outsourced", asked: { question: "not-outsourced" } },
    { answer: "found", asked: {} },
  ],
  "owner-not-known": [{ answer: "owner", asked: { question: "wrong", field: "owner-class" } }],
  "no-provider": [{ answer: "provider", asked: { question: "wrong", field: "provider" } }],
  "not-confirmed": [
    { answer: "still-there", asked: { question: "still-there" } },
    { answer: "ended", asked: { question: "ended" } },
  ],
  "contract-ends": [
    { answer: "still-there", asked: { question: "still-there" } },
    { answer: "new-provider", asked: { question: "new-provider" } },
    { answer: "ended", asked: { question: "ended" } },
  ],
  "place-not-exact": [{ answer: "address", asked: { question: "wrong", field: "address" } }],
};

/** Areas small enough to work through: a board has hundreds of practices. */
export const TASK_AREA_KINDS = ["council", "constituency"] as const;

/** Whoever takes a task has it for a week. */
export const DAYS_A_TASK_IS_TAKEN = 7;

/** More than these nobody gets through in a week, and others want some. */
export const MOST_TASKS_TAKEN = 20;

export const taskSchema = z.object({ kind: z.enum(TASK_KINDS), recordId: z.uuid() });
export type TaskKey = z.infer<typeof taskSchema>;

/** A thing to find out about a public record. `by` says whether somebody looks at it, never who. */
export type Task = TaskKey & {
  name: string;
  /** Its town and postcode, as far as it has them: two surgeries of one name are told apart by it. */
  where: string;
  /** Of the page that shows what is known. */
  path: string;
  /** The forms that take what was found out, each for one answer; of a place whatever the answer is. */
  reports: readonly { answer: TaskAnswer; path: string }[];
  /** The day that makes it a task: when a check fell due, a contract ends, a source last confirmed; null where none does. */
  on: string | null;
  /** Why what the regulator's register says of the place is no answer; none where it says nothing, or it is not asked. */
  doubts: readonly RegistrationDoubt[];
  taken: { isOwn: boolean; until: string } | null;
  /** A page elsewhere that may say what is asked, which we have not opened; null where none is known. */
  look: string | null;
};

/** The last day on which a source that spoke then still speaks for now. ISO days. */
export function confirmedSince(today: string): string {
  return monthsFrom(today, -MONTHS_A_CHECK_HOLDS);
}

/** Contracts that end up to this day are worth a look. ISO days. */
export function endsBy(today: string): string {
  return monthsFrom(today, MONTHS_A_CHECK_HOLDS);
}

/** The same day of another month, or its last where it has no such day. */
function monthsFrom(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** Whether a day, a month or a year that a source gives is over before a day: a year is over with its last day. */
export function isBefore(given: string, day: string): boolean {
  return given < day.slice(0, given.length);
}

/** Those that nobody looks at first, one's own before those of others, then as the place or organisation is called. */
export function inOrder(tasks: readonly Task[]): Task[] {
  const rank = ({ taken }: Task) => (taken === null ? 1 : taken.isOwn ? 0 : 2);
  return [...tasks].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, "en"));
}
