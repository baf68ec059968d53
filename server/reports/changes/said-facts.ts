import type { Db } from "@/db/client";
import type { ProjectedType } from "@/db/queries/projections";
import type { Claim } from "@/domain/claims/claim";
import type { ChangedEntry } from "@/server/reports/changes/changed-entry";

/** A fact that is there already. `says`: our own words for what a source shows, where its own would tell more than is meant. */
export type SaidFact = Pick<Claim, "recordType" | "recordId" | "field" | "value"> & { says?: string };

/** With a lock or without. */
export type FindEntry = (
  db: Db,
  about: { type: ProjectedType; id: string },
) => Promise<ChangedEntry | undefined>;

/** What holds of an entry, by its fields. */
export function saidFactsOf(entry: ChangedEntry, fields: readonly string[]): SaidFact[] {
  return fields.flatMap((field) => {
    const held = entry.claims.findLast((claim) => claim.field === field && claim.value !== null);
    const value = entry.says(field);
    return held === undefined || value === undefined ? [] : [asSaidFact(held, value)];
  });
}

export function asSaidFact({ recordType, recordId, field }: Claim, value: unknown): SaidFact {
  return { recordType, recordId, field, value };
}
