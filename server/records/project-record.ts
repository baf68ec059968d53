import type { Db } from "@/db/client";
import {
  findAddressesOf,
  findIdentifiersOf,
  findRegistrationsOf,
  findServiceSides,
} from "@/db/queries/projection-sides";
import {
  insertRecordVersions,
  lockRecords,
  type ProjectedType,
  raiseVersions,
  replaceAddresses,
  replaceIdentifiers,
  replaceRegistrations,
  replaceServiceSides,
  updateRecord,
} from "@/db/queries/projections";
import type { Claim } from "@/domain/claims/claim";
import { isDoubt } from "@/domain/claims/doubt";
import { canStand } from "@/domain/records/withheld";
import { saysTheSame } from "@/domain/same";
import { hasPin, isPublic, type Visibility } from "@/domain/services/service";
import { type Projected, projectClaims } from "@/server/records/project-claims";
import type { ProjectionRules } from "@/server/records/projection-rules";

type Change = { changedBy: string; reason: string; rules: ProjectionRules };
type OfRecord = Projected & { id: string };

/**
 * Makes the rows of records of one type, and the rows beside them, say what their claims in force say. Called with the same
 * claims it writes nothing, so every row can be rebuilt. What stands is read for all of them at once: an edition of a register
 * that confirms six thousand places and changes three takes hardly more statements than the three. Rows of new records are
 * written by `insertProjected` from the same rules. One that nothing but doubts is about went with an undone import: it is
 * left as it is, and so is one that is withheld because its source is.
 * @param claimsById all claims of each record.
 * @returns the ids of those whose rows did not say so already.
 */
export async function projectRecords(
  db: Db,
  type: ProjectedType,
  claimsById: ReadonlyMap<string, readonly Claim[]>,
  { changedBy, reason, rules }: Change,
): Promise<string[]> {
  const before = await lockRecords(
    db,
    type,
    [...claimsById].flatMap(([id, claims]) => (claims.every(isDoubt) ? [] : [id])),
  );
  const records: OfRecord[] = [];
  for (const [id, claims] of claimsById) {
    if (claims.every(isDoubt) || (isOffTheSite(before.get(id)) && !canStand(type, claims))) continue;
    records.push({ id, ...(await projectClaims(type, claims, rules)) });
  }
  if (records.length === 0) return [];
  const withOtherSides = await writeSides(db, records);
  const changed = records.flatMap(({ id, columns, areaOnlySlug }) => {
    const row = before.get(id);
    if (!row) throw new Error(`no ${type} ${id} to project onto`);
    // What became a category shown by area only loses its pin; nothing but a moderator brings one back.
    if (areaOnlySlug !== null && hasPin(row.visibility)) columns.visibility = "area-only";
    const held = Object.fromEntries(Object.keys(columns).map((key) => [key, row[key]]));
    const isSame = saysTheSame(held, columns);
    return isSame && !withOtherSides.has(id) ? [] : [{ id, row, columns, isSame }];
  });
  await insertRecordVersions(
    db,
    changed.map(({ id, row }) => ({
      recordType: type,
      recordId: id,
      version: row.version,
      snapshot: row,
      changedBy,
      reason,
    })),
  );
  // What changed beside the row alone is six thousand rows at once when a register comes.
  await raiseVersions(
    db,
    type,
    changed.flatMap(({ id, isSame }) => (isSame ? [id] : [])),
  );
  for (const { id, columns, isSame } of changed) if (!isSame) await updateRecord(db, type, id, columns);
  return changed.map(({ id }) => id);
}

function isOffTheSite(row: { visibility: Visibility } | undefined): boolean {
  return row !== undefined && !isPublic(row.visibility);
}

/** Makes the side tables agree; the ids of the records for which they did not. */
async function writeSides(db: Db, records: readonly OfRecord[]): Promise<ReadonlySet<string>> {
  const services = records.flatMap(({ id, service }) => (service ? [{ id, ...service }] : []));
  const places = records.flatMap(({ id, place }) => (place ? [{ id, ...place }] : []));
  return new Set([...(await writeServiceSides(db, services)), ...(await writePlaceSides(db, places))]);
}

async function writeServiceSides(
  db: Db,
  services: readonly ({ id: string } & NonNullable<Projected["service"]>)[],
): Promise<string[]> {
  if (services.length === 0) return [];
  const stored = await findServiceSides(
    db,
    services.map(({ id }) => id),
  );
  const changed = services.filter(({ id, ...sides }) => !saysTheSame(stored.get(id), sides));
  if (changed.length > 0) await replaceServiceSides(db, changed);
  return changed.map(({ id }) => id);
}

async function writePlaceSides(
  db: Db,
  places: readonly ({ id: string } & NonNullable<Projected["place"]>)[],
): Promise<string[]> {
  if (places.length === 0) return [];
  const ids = places.map(({ id }) => id);
  const [identifiers, addresses] = [await findIdentifiersOf(db, ids), await findAddressesOf(db, ids)];
  const renamed = places.filter((place) => !saysTheSame(identifiers.get(place.id), place.identifiers));
  const moved = places.filter((place) => !saysTheSame(addresses.get(place.id), place.addresses));
  if (renamed.length > 0) await replaceIdentifiers(db, renamed);
  if (moved.length > 0) await replaceAddresses(db, moved);
  const registrations = await findRegistrationsOf(db, ids);
  const registered = places.filter((place) => !saysTheSame(registrations.get(place.id), place.registrations));
  if (registered.length > 0) await replaceRegistrations(db, registered);
  return [...renamed, ...moved, ...registered].map(({ id }) => id);
}
