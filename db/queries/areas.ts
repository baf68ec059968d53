import { and, asc, desc, eq, inArray, not, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { isCurrentArea } from "@/db/queries/current-areas";
import { areaOverlaps, areaSuccessors, areas, datasets, representatives } from "@/db/schema/areas";
import type { AreaKind } from "@/domain/areas/area";
import type { DatasetRead } from "@/domain/areas/reference-dataset";
import type { AreaDetail, AreaSummary, EndedArea, MpRead, Overlap } from "@/domain/pages/area-page";
import { isUuid } from "@/domain/uuid";

const SUMMARY = {
  id: areas.id,
  kind: areas.kind,
  slug: areas.slug,
  nameEn: areas.nameEn,
  nameCy: areas.nameCy,
  nation: areas.nation,
};

/** Areas that exist today, by name. Reference data is all public. */
export async function listAreas(db: Db): Promise<AreaSummary[]> {
  return db.select(SUMMARY).from(areas).where(isCurrentArea()).orderBy(asc(areas.nameEn));
}

/** Areas of some kinds that exist today, by name, with the code that files of figures know them by. */
export async function listAreasOfKinds(
  db: Db,
  kinds: readonly AreaKind[],
): Promise<(AreaSummary & { code: string })[]> {
  return db
    .select({ ...SUMMARY, code: areas.code })
    .from(areas)
    .where(and(inArray(areas.kind, [...kinds]), isCurrentArea()))
    .orderBy(asc(areas.nameEn));
}

/** An area that exists today. */
export async function findArea(db: Db, kind: AreaKind, slug: string): Promise<AreaDetail | undefined> {
  const [row] = await db
    .select()
    .from(areas)
    .where(and(eq(areas.kind, kind), eq(areas.slug, slug), isCurrentArea()));
  if (!row) return undefined;
  const { west, south, east, north, odsCode, lon, lat, createdAt, ...detail } = row;
  return { ...detail, bbox: [west, south, east, north] };
}

/** The other areas over the same ground, the largest share first. Shares are of this area's postcodes. */
export async function listOverlaps(db: Db, areaId: string): Promise<Overlap[]> {
  return db
    .select({ ...SUMMARY, share: areaOverlaps.share })
    .from(areaOverlaps)
    .innerJoin(areas, eq(areas.id, areaOverlaps.otherId))
    .where(eq(areaOverlaps.areaId, areaId))
    .orderBy(asc(areas.kind), desc(areaOverlaps.share), asc(areas.nameEn));
}

export async function findMp(db: Db, areaId: string): Promise<MpRead | undefined> {
  const [row] = await db
    .select({
      name: representatives.name,
      party: representatives.party,
      url: representatives.url,
      asOf: representatives.asOf,
    })
    .from(representatives)
    .where(eq(representatives.areaId, areaId));
  return row;
}

/** Reference data in use, with the words its licences ask for. */
export async function listDatasets(db: Db): Promise<DatasetRead[]> {
  return db
    .select({
      key: datasets.key,
      title: datasets.title,
      publisher: datasets.publisher,
      licence: datasets.licence,
      attribution: datasets.attribution,
      url: datasets.url,
      vintage: datasets.vintage,
      rows: datasets.rows,
    })
    .from(datasets)
    .orderBy(asc(datasets.publisher), asc(datasets.title));
}

/** Areas that exist today with these slugs, of one kind, in the order asked for. */
export async function findAreasBySlug(
  db: Db,
  kind: AreaKind,
  slugs: readonly string[],
): Promise<AreaSummary[]> {
  if (slugs.length === 0) return [];
  const rows = await db
    .select(SUMMARY)
    .from(areas)
    .where(and(eq(areas.kind, kind), inArray(areas.slug, [...slugs]), isCurrentArea()));
  return rows.sort((a, b) => slugs.indexOf(a.slug) - slugs.indexOf(b.slug));
}

/** An area that exists no more and what it became, the largest part first. */
export async function findEndedArea(db: Db, kind: AreaKind, slug: string): Promise<EndedArea | undefined> {
  const [area] = await db
    .select({ ...SUMMARY, code: areas.code, validFrom: areas.validFrom, validTo: areas.validTo })
    .from(areas)
    .where(and(eq(areas.kind, kind), eq(areas.slug, slug), not(isCurrentArea())));
  if (!area) return undefined;
  const successors = await db
    .select({ ...SUMMARY, share: areaSuccessors.share, basis: areaSuccessors.basis })
    .from(areaSuccessors)
    .innerJoin(areas, eq(areas.id, areaSuccessors.toId))
    .where(eq(areaSuccessors.fromId, area.id))
    .orderBy(sql`${areaSuccessors.share} desc nulls last`, asc(areas.nameEn));
  return { ...area, successors };
}

/** The names of some areas, with their kinds. */
export async function findNamesOfAreas(
  db: Db,
  ids: readonly string[],
): Promise<{ kind: AreaKind; nameEn: string; nameCy: string | null }[]> {
  if (ids.length === 0) return [];
  return db
    .select({ kind: areas.kind, nameEn: areas.nameEn, nameCy: areas.nameCy })
    .from(areas)
    .where(inArray(areas.id, [...ids]));
}

/** An area of today of one of these kinds. */
export async function findAreaOfKinds(
  db: Db,
  id: string,
  kinds: readonly AreaKind[],
): Promise<{ id: string; nameEn: string; nameCy: string | null } | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await db
    .select({ id: areas.id, nameEn: areas.nameEn, nameCy: areas.nameCy })
    .from(areas)
    .where(and(eq(areas.id, id), inArray(areas.kind, [...kinds]), isCurrentArea()));
  return row;
}
