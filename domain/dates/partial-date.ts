import { z } from "zod";

/** "2024", "2024-04" or "2024-04-18": a source that says "April 2024" must not become a day. */
export const partialDateSchema = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, "date")
  .refine((text) => text.length < 10 || isRealDay(text), "date");
export type PartialDate = z.infer<typeof partialDateSchema>;

/** A whole day, ISO 8601. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "date")
  .refine(isRealDay, "date");

function isRealDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The first day a partial date can mean; sorts and compares as text. */
export function firstDayOf(date: PartialDate): string {
  return date + "0000-01-01".slice(date.length);
}

const UK_DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London", dateStyle: "short" });

/** Today in the United Kingdom, ISO. Days in this product are UK days, whatever the server's time zone. */
export function ukToday(now: Date = new Date()): string {
  return ukDayOf(now);
}

/** The day that a moment is in the United Kingdom, ISO. */
export function ukDayOf(moment: Date): string {
  return UK_DAY.format(moment);
}
