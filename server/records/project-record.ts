import type { Db } from "@/db/client";
import { findAddressesOf, findIdentifiersOf, findServiceSides } from "@/db/queries/projection-sides";
import {
  findTakenSlugs,
  insertRecord,
  insertRecordVersion,
  lockRecord,
  type ProjectedType,
  replaceAddresses,
  replaceIdentifiers,
  replaceServiceAreas,
  replaceServiceContracts,
  updateRecord,
} from "@/db/queries/projections";
import type { Claim } from "@/domain/claims/claim";
import {
  type PlaceProjection,
  projectCommissioner,
  projectContract,
  projectPlace,
  projectProvider,
  projectService,
  type ServiceProjection,
} from "@/domain/claims/projection";
import { saysTheSame } from "@/domain/records/same";
import { freeSlug } from "@/domain/records/slug";
import { hasPin, isPublic, type Visibility } from "@/domain/services/service";
import { findAreaIdsOfAddress } from "@/server/places/find-areas-of-address";
import { findAreaOnlyRule } from "@/server/records/area-only";

export type NewRecord = {
  slug: string;
  visibility: Visibility;
  sourceKey?: string | null;
  contentHash?: string | null;
  batchId: string | null;
  publishedAt: Date;
};

type Change = { changedBy: string; reason: string; create?: NewRecord };

/**
 * The one writer of the rows that project claims: given all claims of a record, makes its columns and side tables say
 * what the claims in force say. Called with the same claims it writes nothing, so every row can be rebuilt.
 * @returns false when the row said so already.
 */
export async function projectRecord(
  db: Db,
  type: ProjectedType,
  id: string,
  claims: readonly Claim[],
  { changedBy, reason, create }: Change,
): Promise<boolean> {
  const { columns, areaOnlySlug, writeSides } = await project(db, type, id, claims);
  if (create) {
    await insertNew(db, type, id, columns, areaOnlySlug, create);
    await writeSides();
    return true;
  }
  const before = await lockRecord(db, type, id);
  if (!before) throw new Error(`no ${type} ${id} to project onto`);
  // What became a category shown by area only loses its pin; nothing but a moderator brings one back.
  if (areaOnlySlug !== null && hasPin(before.visibility as Visibility)) columns.visibility = "area-only";
  const held = Object.fromEntries(Object.keys(columns).map((key) => [key, before[key]]));
  const columnsStand = saysTheSame(held, columns);
  const sidesChanged = await writeSides();
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

async function insertNew(
  db: Db,
  type: ProjectedType,
  id: string,
  columns: Record<string, unknown>,
  areaOnlySlug: string | null,
  { slug: wanted, publishedAt, visibility: asked, ...rest }: NewRecord,
): Promise<void> {
  const slug = areaOnlySlug ?? wanted;
  const visibility = areaOnlySlug !== null && hasPin(asked) ? "area-only" : asked;
  const row = {
    id,
    visibility,
    slug: freeSlug(slug, await findTakenSlugs(db, type, slug)),
    publishedAt: isPublic(visibility) ? publishedAt : null,
    sourceKey: null,
    contentHash: null,
    ...rest,
  };
  await insertRecord(db, type, row, columns);
}

type Projected = {
  columns: Record<string, unknown>;
  /** Set for a service shown by area only: an address that tells nothing but the category. */
  areaOnlySlug: string | null;
  /** Makes the side tables agree; true when they did not. */
  writeSides: () => Promise<boolean>;
};

async function project(
  db: Db,
  type: ProjectedType,
  id: string,
  claims: readonly Claim[],
): Promise<Projected> {
  const plain = (columns: Record<string, unknown>): Projected => ({
    columns,
    areaOnlySlug: null,
    writeSides: async () => false,
  });
  if (type === "service") return projectedService(db, id, projectService(claims));
  if (type === "place") return projectedPlace(db, id, projectPlace(claims));
  if (type === "provider") return plain(projectProvider(claims));
  if (type === "commissioner") return plain(projectCommissioner(claims));
  return plain(projectContract(claims));
}

async function projectedService(db: Db, id: string, projection: ServiceProjection): Promise<Projected> {
  const { servesAreaIds, contractIds, ...columns } = projection;
  const isHidden = (await findAreaOnlyRule(db))(projection.category);
  return {
    columns: isHidden ? { ...columns, placeId: null, addressKey: null } : columns,
    areaOnlySlug: isHidden ? projection.category : null,
    writeSides: async () => {
      const held = await findServiceSides(db, id);
      if (saysTheSame(held, { areaIds: servesAreaIds, contractIds })) return false;
      await replaceServiceAreas(db, id, servesAreaIds);
      await replaceServiceContracts(db, id, contractIds);
      return true;
    },
  };
}

async function projectedPlace(db: Db, id: string, projection: PlaceProjection): Promise<Projected> {
  const { identifiers, addresses, ...columns } = projection;
  return {
    columns,
    areaOnlySlug: null,
    writeSides: async () => {
      const placed = [];
      for (const address of addresses)
        placed.push({ address, areaIds: await findAreaIdsOfAddress(db, address) });
      const identifiersStand = saysTheSame(await findIdentifiersOf(db, id), identifiers);
      const addressesStand = saysTheSame(await findAddressesOf(db, id), placed);
      if (!identifiersStand) await replaceIdentifiers(db, id, identifiers);
      if (!addressesStand) await replaceAddresses(db, id, placed);
      return !identifiersStand || !addressesStand;
    },
  };
}
