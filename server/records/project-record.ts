import type { Db } from "@/db/client";
import { findAddressesOf, findIdentifiersOf, findServiceSides } from "@/db/queries/projection-sides";
import {
  insertRecordVersion,
  lockRecord,
  type ProjectedType,
  replaceAddresses,
  replaceIdentifiers,
  replaceServiceSides,
  updateRecord,
} from "@/db/queries/projections";
import type { Claim } from "@/domain/claims/claim";
import { saysTheSame } from "@/domain/records/same";
import { hasPin, type Visibility } from "@/domain/services/service";
import { type Projected, projectClaims } from "@/server/records/project-claims";
import type { ProjectionRules } from "@/server/records/projection-rules";

/**
 * Makes the row of a record, and the rows beside it, say what its claims in force say. Called with the same claims it
 * writes nothing, so every row can be rebuilt. Rows of new records are written by `insertProjected` from the same rules.
 * @param claims all claims of the record.
 * @returns false when the row said so already.
 */
export async function projectRecord(
  db: Db,
  type: ProjectedType,
  id: string,
  claims: readonly Claim[],
  { changedBy, reason, rules }: { changedBy: string; reason: string; rules: ProjectionRules },
): Promise<boolean> {
  const projected = await projectClaims(type, claims, rules);
  const { columns, areaOnlySlug } = projected;
  const before = await lockRecord(db, type, id);
  if (!before) throw new Error(`no ${type} ${id} to project onto`);
  // What became a category shown by area only loses its pin; nothing but a moderator brings one back.
  if (areaOnlySlug !== null && hasPin(before.visibility as Visibility)) columns.visibility = "area-only";
  const held = Object.fromEntries(Object.keys(columns).map((key) => [key, before[key]]));
  const columnsStand = saysTheSame(held, columns);
  const sidesChanged = await writeSides(db, id, projected);
  if (columnsStand && !sidesChanged) return false;
  await insertRecordVersion(db, {
    recordType: type,
    recordId: id,
    version: before.version,
    snapshot: before,
    changedBy,
    reason,
  });
  await updateRecord(db, type, id, columns);
  return true;
}

/** Makes the side tables agree; true when they did not. */
async function writeSides(db: Db, id: string, { service, place }: Projected): Promise<boolean> {
  if (service) {
    if (saysTheSame(await findServiceSides(db, id), service)) return false;
    await replaceServiceSides(db, { id, ...service });
    return true;
  }
  if (!place) return false;
  const identifiersStand = saysTheSame(await findIdentifiersOf(db, id), place.identifiers);
  const addressesStand = saysTheSame(await findAddressesOf(db, id), place.addresses);
  if (!identifiersStand) await replaceIdentifiers(db, id, place.identifiers);
  if (!addressesStand) await replaceAddresses(db, id, place.addresses);
  return !identifiersStand || !addressesStand;
}
