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
  /** Of the page that shows what is known. */
  path: string;
  /** Of the form that takes what was found out. */
  report: string;
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
