import type { Db } from "@/db/client";
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
import { freeSlug } from "@/domain/records/slug";
import { isPublic, type Visibility } from "@/domain/services/service";
import { findAreaIdsOfAddress } from "@/server/places/find-areas-of-address";

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
 * what the claims in force say. Called with the same claims it writes the same row, so every row can be rebuilt.
 */
export async function projectRecord(
  db: Db,
  type: ProjectedType,
  id: string,
  claims: readonly Claim[],
  { changedBy, reason, create }: Change,
): Promise<void> {
  const { columns, writeSides } = project(db, type, id, claims);
  if (create) {
    const { slug, publishedAt, visibility, ...rest } = create;
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
  } else {
    const before = await lockRecord(db, type, id);
    if (!before) throw new Error(`no ${type} ${id} to project onto`);
    await insertRecordVersion(db, {
      recordType: type,
      recordId: id,
      version: before.version,
      snapshot: before,
      changedBy,
      reason,
    });
    await updateRecord(db, type, id, columns);
  }
  await writeSides();
}

type Projected = { columns: Record<string, unknown>; writeSides: () => Promise<void> };

function project(db: Db, type: ProjectedType, id: string, claims: readonly Claim[]): Projected {
  const plain = (columns: Record<string, unknown>): Projected => ({
    columns,
    writeSides: async () => undefined,
  });
  if (type === "service") return sidesOfService(db, id, projectService(claims));
  if (type === "place") return sidesOfPlace(db, id, projectPlace(claims));
  if (type === "provider") return plain(projectProvider(claims));
  if (type === "commissioner") return plain(projectCommissioner(claims));
  return plain(projectContract(claims));
}

function sidesOfService(db: Db, id: string, projection: ServiceProjection): Projected {
  const { servesAreaIds, contractIds, ...columns } = projection;
  return {
    columns,
    writeSides: async () => {
      await replaceServiceAreas(db, id, servesAreaIds);
      await replaceServiceContracts(db, id, contractIds);
    },
  };
}

function sidesOfPlace(db: Db, id: string, projection: PlaceProjection): Projected {
  const { identifiers, addresses, ...columns } = projection;
  return {
    columns,
    writeSides: async () => {
      await replaceIdentifiers(db, id, identifiers);
      const placed = [];
      for (const address of addresses)
        placed.push({ address, areaIds: await findAreaIdsOfAddress(db, address) });
      await replaceAddresses(db, id, placed);
    },
  };
}
