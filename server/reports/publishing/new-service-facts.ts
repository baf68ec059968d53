import { firstDayOf } from "@/domain/dates/partial-date";
import type { SourceInput } from "@/domain/sources/source";
import type { ClaimDraft } from "@/server/records/save-records";

/** A source of a report, stored, with the day on which what it says counts as confirmed. */
export type CitedSource = { sourceId: string; says: string; confirmedOn: string };

/**
 * The day a source's facts were last confirmed: the first day its own date can mean, and never later than the decision.
 * Reading a 2024 article again does not make it fresh, so every source of a report has a date.
 */
export function confirmedOnOf(source: Pick<SourceInput, "publishedOn">, decidedOn: string): string {
  const own = firstDayOf(source.publishedOn);
  return own < decidedOn ? own : decidedOn;
}

/** One fact as this source states it. */
export function fact(source: CitedSource, field: string, value: unknown): ClaimDraft {
  return { field, value, sourceId: source.sourceId, says: source.says, confirmedOn: source.confirmedOn };
}
