import type { Db } from "@/db/client";
import {
  findTakenSlugs,
  insertPlaceSides,
  insertRecords,
  insertServiceSides,
  type ProjectedType,
} from "@/db/queries/projections";
import type { Claim } from "@/domain/claims/claim";
import { slugGiver } from "@/domain/records/slug";
import { hasPin, isPublic, type Visibility } from "@/domain/services/service";
import { type Projected, projectClaims } from "@/server/records/project-claims";
import type { ProjectionRules } from "@/server/records/projection-rules";

export type NewRecord = {
  /** What its address is made from; a number is added when it is taken. */
  slug: string;
  visibility: Visibility;
  sourceKey?: string | null;
  contentHash?: string | null;
  batchId: string | null;
  publishedAt: Date;
};

/**
 * Writes the rows of records that are new, of one type, from all their claims: eight thousand places take as many
 * statements as ten.
 */
export async function insertProjected(
  db: Db,
  type: ProjectedType,
  records: readonly { id: string; claims: readonly Claim[]; create: NewRecord }[],
  rules: ProjectionRules,
): Promise<void> {
  if (records.length === 0) return;
  const projected = [];
  for (const record of records)
    projected.push({ ...record, ...(await projectClaims(type, record.claims, rules)) });
  const slugFor = slugGiver(await findTakenSlugs(db, type, projected.map(wantedSlug)));
  await insertRecords(
    db,
    type,
    projected.map((record) => toRow(record, slugFor(wantedSlug(record)))),
  );
  await insertServiceSides(
    db,
    projected.flatMap(({ id, service }) => (service ? [{ id, ...service }] : [])),
  );
  await insertPlaceSides(
    db,
    projected.flatMap(({ id, place }) => (place ? [{ id, ...place }] : [])),
  );
}

type Record = Projected & { id: string; create: NewRecord };

const wantedSlug = ({ areaOnlySlug, create }: Record) => areaOnlySlug ?? create.slug;

function toRow({ id, columns, areaOnlySlug, create }: Record, slug: string) {
  const { visibility: asked, publishedAt, batchId, sourceKey = null, contentHash = null } = create;
  const visibility = areaOnlySlug !== null && hasPin(asked) ? ("area-only" as const) : asked;
  return {
    id,
    columns,
    slug,
    visibility,
    publishedAt: isPublic(visibility) ? publishedAt : null,
    batchId,
    sourceKey,
    contentHash,
  };
}
