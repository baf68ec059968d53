import type { ClaimDraft } from "@/server/records/save-records";

/** A source of a report, stored, with the day on which what it says counts as confirmed. */
export type CitedSource = { sourceId: string; says: string; confirmedOn: string };

/** One fact as this source states it. */
export function fact(source: CitedSource, field: string, value: unknown): ClaimDraft {
  return { field, value, sourceId: source.sourceId, says: source.says, confirmedOn: source.confirmedOn };
}
