import type { Db } from "@/db/client";
import { findClaimsByRecord } from "@/db/queries/claims";
import { lockRecords, type ProjectedType } from "@/db/queries/projections";
import { findPublicEntry } from "@/db/queries/public-entry";
import { type Claim, saysSo } from "@/domain/claims/claim";
import { claimsInForce, inForce } from "@/domain/claims/in-force";
import { idsIn } from "@/domain/claims/reading";
import { ConflictError } from "@/domain/errors";
import { isOneOf } from "@/domain/lists/is-one-of";
import { ENTRY_TYPES } from "@/domain/records/entry-path";
import { isPublic, type Visibility } from "@/domain/services/service";

/** An entry as it stands while it is changed: its row is locked, and its claims are those that count. */
export type ChangedEntry = {
  id: string;
  visibility: Visibility;
  claims: readonly Claim[];
  /** The value in force of a field that holds one, as `CLAIM_FIELDS` has it. */
  says: <T>(field: string) => T | undefined;
};

/**
 * An entry as it stands, without a lock: for showing. Undefined where readers are not shown it; a contract or who pays is asked for by
 * whoever has seen it among the lines that may be named.
 */
export async function readEntry(
  db: Db,
  { type, id }: { type: ProjectedType; id: string },
): Promise<ChangedEntry | undefined> {
  if (!isOneOf(ENTRY_TYPES, type)) return entryAs(db, { type, id }, "published");
  const entry = await findPublicEntry(db, type, id);
  return entry && entryAs(db, { type, id: entry.id }, entry.visibility);
}

/** @throws ConflictError ("entry-gone") for one that is not public any more: merged, off the site, or gone with its import. */
export async function lockEntry(
  db: Db,
  { type, id }: { type: ProjectedType; id: string },
): Promise<ChangedEntry> {
  const row = (await lockRecords(db, type, [id])).get(id);
  if (!row || !isPublic(row.visibility)) throw new ConflictError("entry-gone");
  return entryAs(db, { type, id }, row.visibility);
}

async function entryAs(
  db: Db,
  { type, id }: { type: ProjectedType; id: string },
  visibility: Visibility,
): Promise<ChangedEntry> {
  const claims = (await findClaimsByRecord(db, type, [id])).get(id) ?? [];
  return {
    id,
    visibility,
    claims,
    says: <T>(field: string) => inForce(claims, type, field)?.value as T | undefined,
  };
}

/** The ids of the areas that a service serves. */
export function servesNow({ claims }: ChangedEntry): string[] {
  return claimsInForce(claims)
    .filter(({ field, value }) => field === "serves-area" && saysSo(value))
    .flatMap(({ value }) => idsIn(value));
}
