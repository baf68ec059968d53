import type { ClaimField } from "@/domain/claims/claim";
import type { ClaimDraft } from "@/server/records/save-records";

/** A source of a report, stored, with the day on which what it says counts as confirmed. */
export type CitedSource = { sourceId: string; says: string; confirmedOn: string };

/** One fact as this source states it. */
export function fact(source: CitedSource, field: ClaimField, value: unknown): ClaimDraft {
  return { field, value, sourceId: source.sourceId, says: source.says, confirmedOn: source.confirmedOn };
}

/** What we worked out ourselves of what this source says: never shown as its words. @param from what it is worked out from. */
export function inferred(source: CitedSource, field: ClaimField, value: unknown, from: string): ClaimDraft {
  return { ...fact(source, field, value), says: `Worked out from ${from}.` };
}

/** What our inferences rest on; nothing of a place is in them. */
export const WORKED_OUT_FROM = {
  serviceName: "the kind of care and where it is",
  placeKind: "its name and the kind of care there",
  pin: "the point that a volunteer put on the map and a moderator checked",
  area: "the place where it was",
  commissionerKind: "its name alone",
} as const;
