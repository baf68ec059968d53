import { and, asc, desc, eq, inArray, isNull, notInArray, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { isCounted, quotedNow } from "@/db/queries/claims";
import { isNamed, isShown } from "@/db/queries/visible";
import { areaOverlaps, areas } from "@/db/schema/areas";
import { disputes } from "@/db/schema/brake";
import { commissioners, placeAddresses, places, providers } from "@/db/schema/places";
import { reportRevisions } from "@/db/schema/reports";
import { serviceAreas, services } from "@/db/schema/services";
import { batchRows, claims, sources } from "@/db/schema/sources";
import type { AreaKind } from "@/domain/areas/area";
import type { ServiceCategory } from "@/domain/services/category";
import type { Visibility } from "@/domain/services/service";

/** What the records say of where something is, for looking that no text tells it. Never shown. */
export type PlaceSaid = {
  name: string;
  nameCy: string | null;
  lines: string | null;
  town: string | null;
  postcode: string | null;
};

/** Names and addresses of a place and of all that stand at a postcode, whether they are public or not. */
export async function listPlacesAt(
  db: Db,
  { placeId, postcode }: { placeId: string | null; postcode: string },
): Promise<PlaceSaid[]> {
  const conditions = [
    ...(placeId === null ? [] : [eq(places.id, placeId)]),
    ...(postcode === "" ? [] : [eq(placeAddresses.postcode, postcode)]),
  ];
  if (conditions.length === 0) return [];
  const { lines, town, postcode: code } = placeAddresses;
  return db
    .select({ name: places.name, nameCy: places.nameCy, lines, town, postcode: code })
    .from(places)
    .leftJoin(placeAddresses, eq(placeAddresses.placeId, places.id))
    .where(or(...conditions))
    .limit(100);
}

/** The codes of the councils that lie in these areas, or are one of them. */
export async function listCouncilCodes(db: Db, areaIds: readonly string[]): Promise<string[]> {
  if (areaIds.length === 0) return [];
  const rows = await db
    .selectDistinct({ code: areas.code })
    .from(areas)
    .leftJoin(areaOverlaps, eq(areaOverlaps.otherId, areas.id))
    .where(
      and(
        eq(areas.kind, "council"),
        or(inArray(areaOverlaps.areaId, [...areaIds]), inArray(areas.id, [...areaIds])),
      ),
    );
  return rows.map(({ code }) => code);
}

export type SourceTexts = { title: string; publisher: string; note: string | null; url: string | null };

/** What readers see of these sources. */
export async function listSourceTexts(db: Db, ids: readonly string[]): Promise<SourceTexts[]> {
  if (ids.length === 0) return [];
  const { title, publisher, note, url } = sources;
  return db
    .select({ title, publisher, note, url })
    .from(sources)
    .where(inArray(sources.id, [...ids]));
}

/** A public service that is shown by area only. */
export type AreaOnlyService = {
  id: string;
  slug: string;
  category: ServiceCategory;
  visibility: Visibility;
  provider: { slug: string; name: string } | null;
  commissionerName: string | null;
};

/** Public services of these categories, and all that are shown by area only for another reason. */
export async function listAreaOnlyServices(
  db: Db,
  categories: readonly ServiceCategory[],
): Promise<AreaOnlyService[]> {
  return db
    .select({
      id: services.id,
      slug: services.slug,
      category: services.category,
      visibility: services.visibility,
      provider: { slug: providers.slug, name: providers.name },
      commissionerName: commissioners.name,
    })
    .from(services)
    .leftJoin(providers, and(eq(providers.id, services.providerId), isShown(providers.visibility)))
    .leftJoin(commissioners, eq(commissioners.id, services.commissionerId))
    .where(
      and(
        isShown(services.visibility),
        or(eq(services.visibility, "area-only"), inArray(services.category, [...categories])),
      ),
    )
    .orderBy(asc(services.createdAt), asc(services.id));
}

/** A public place with all that is said of where it is, and who runs public services there. */
export type PublicPlaceTexts = { id: string; slug: string; name: string; texts: string[]; runners: string[] };

/**
 * Public places, without those of which an importer said that they give no care shown by area only, and whose approver was told.
 */
export async function listPublicPlaceTexts(db: Db): Promise<PublicPlaceTexts[]> {
  const answered = db
    .select({ id: sql<string>`jsonb_array_elements_text(${batchRows.recordIds})`.as("answered") })
    .from(batchRows)
    .where(and(eq(batchRows.decision, "not-sensitive"), batchRows.isApplied));
  const { lines, town } = placeAddresses;
  return db
    .select({
      id: places.id,
      slug: places.slug,
      name: places.name,
      texts: sql<
        string[]
      >`array_remove(array[${places.name}, ${places.nameCy}] || array_agg(distinct ${lines}) || array_agg(distinct ${town}), null)`,
      runners: sql<string[]>`array_remove(array_agg(distinct ${providers.name}), null)`,
    })
    .from(places)
    .leftJoin(placeAddresses, eq(placeAddresses.placeId, places.id))
    .leftJoin(services, and(eq(services.placeId, places.id), isNamed(services.visibility)))
    .leftJoin(providers, and(eq(providers.id, services.providerId), isShown(providers.visibility)))
    .where(and(isNamed(places.visibility), notInArray(sql`${places.id}::text`, answered)))
    .groupBy(places.id)
    .orderBy(asc(places.slug));
}

/** Who runs a service, by the name that readers see. */
export async function findRunner(
  db: Db,
  serviceId: string,
): Promise<{ slug: string; name: string } | undefined> {
  const [row] = await db
    .select({ slug: providers.slug, name: providers.name })
    .from(services)
    .innerJoin(providers, eq(providers.id, services.providerId))
    .where(eq(services.id, serviceId));
  return row;
}

/** Open disputes, with the entry that each is about. */
export async function listOpenDisputes(db: Db) {
  const { recordType: type, recordId: id, says } = disputes;
  return db
    .select({ type, id, says })
    .from(disputes)
    .where(isNull(disputes.settledAt))
    .orderBy(asc(disputes.markedAt));
}

/** The areas that these services serve, by service. */
export async function listServedAreas(
  db: Db,
  serviceIds: readonly string[],
): Promise<{ serviceId: string; id: string; kind: AreaKind; slug: string; nameEn: string }[]> {
  if (serviceIds.length === 0) return [];
  return db
    .select({
      serviceId: serviceAreas.serviceId,
      id: areas.id,
      kind: areas.kind,
      slug: areas.slug,
      nameEn: areas.nameEn,
    })
    .from(serviceAreas)
    .innerJoin(areas, eq(areas.id, serviceAreas.areaId))
    .where(inArray(serviceAreas.serviceId, [...serviceIds]));
}

/**
 * What counted claims of these services say, with their sources, and the newest version of the report that each came with.
 * What was said of their provider or contract in the same breath has the same words.
 */
export async function listSaidOfServices(db: Db, serviceIds: readonly string[]) {
  if (serviceIds.length === 0) return [];
  const newest = db
    .selectDistinctOn([reportRevisions.reportId], {
      reportId: reportRevisions.reportId,
      proposal: reportRevisions.proposal,
    })
    .from(reportRevisions)
    .orderBy(asc(reportRevisions.reportId), desc(reportRevisions.number))
    .as("newest");
  const { title, publisher, note, url } = sources;
  return db
    .selectDistinct({
      serviceId: claims.recordId,
      says: quotedNow,
      title,
      publisher,
      note,
      url,
      proposal: newest.proposal,
    })
    .from(claims)
    .innerJoin(sources, eq(sources.id, claims.sourceId))
    .leftJoin(newest, eq(newest.reportId, claims.reportId))
    .where(and(eq(claims.recordType, "service"), inArray(claims.recordId, [...serviceIds]), isCounted(db)));
}
