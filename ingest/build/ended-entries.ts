import type { EndedEntry } from "@/domain/places/register-place";
import type { OdsOrganisation } from "@/ingest/ods-organisations";

/**
 * Practices' entries that are not open and active: closed, or dormant or proposed, which have no day. Also of practices that
 * are no place of ours: what is known of a place by its code can be looked at again.
 */
export function endedPractices(entries: readonly OdsOrganisation[]): EndedEntry[] {
  return entries
    .filter(({ isGpPractice, status }) => isGpPractice && status !== "A")
    .map(({ code, closedOn }) => ({ register: "gp-practices", code, day: closedOn }));
}

/** Trusts' entries that are closed; the register gives no status. */
export function endedTrusts(entries: readonly OdsOrganisation[]): EndedEntry[] {
  return entries.flatMap(({ code, closedOn }) =>
    closedOn === null ? [] : [{ register: "nhs-trusts", code, day: closedOn }],
  );
}
