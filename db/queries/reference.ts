import { asc, not, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { isCurrentArea } from "@/db/queries/current-areas";
import { insertRows } from "@/db/queries/insert-rows";
import { areaOverlaps, areaSuccessors, areas, datasets, representatives } from "@/db/schema/areas";
import type { AreaKind } from "@/domain/areas/area";

type NewAreaRow = typeof areas.$inferInsert;
type NewDatasetRow = typeof datasets.$inferInsert;
type NewRepresentativeRow = typeof representatives.$inferInsert;
type NewSuccessorRow = typeof areaSuccessors.$inferInsert;
type NewOverlapRow = typeof areaOverlaps.$inferInsert;

export async function upsertDatasets(db: Db, rows: readonly NewDatasetRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { title, publisher, licence, attribution, url, vintage, rows: count, contentHash } = datasets;
  const columns = { title, publisher, licence, attribution, url, vintage, rows: count, contentHash };
  const set = Object.fromEntries(
    Object.entries(columns).map(([key, { name }]) => [key, sql.raw(`excluded."${name}"`)]),
  );
  await db
    .insert(datasets)
    .values([...rows])
    .onConflictDoUpdate({ target: datasets.key, set: { ...set, loadedAt: sql`now()` } });
}

/** An area already known by kind, code and first day keeps its id and takes the new names and numbers. */
export async function upsertAreas(db: Db, rows: readonly NewAreaRow[]): Promise<void> {
  const { kind, code, validFrom, odsCode, slug, nameEn, nameCy, nation, lon, lat } = areas;
  const { west, south, east, north, population, populationYear, validTo } = areas;
  const names = [odsCode, slug, nameEn, nameCy, nation];
  const set = [...names, lon, lat, west, south, east, north, population, populationYear, validTo];
  await insertRows(db, areas, rows, { of: [kind, code, validFrom], set });
}

/** Every area that exists no more, by kind and code. */
export async function findEndedAreaCodes(db: Db): Promise<AreaCode[]> {
  return db
    .select({ id: areas.id, kind: areas.kind, code: areas.code })
    .from(areas)
    .where(not(isCurrentArea()))
    .orderBy(asc(areas.kind), asc(areas.code));
}

export async function replaceSuccessors(db: Db, rows: readonly NewSuccessorRow[]): Promise<void> {
  await db.delete(areaSuccessors);
  await insertRows(db, areaSuccessors, rows);
}

export type AreaCode = { id: string; kind: AreaKind; code: string };

/** Every area that exists today, by kind and code. */
export async function findCurrentAreaCodes(db: Db): Promise<AreaCode[]> {
  return db
    .select({ id: areas.id, kind: areas.kind, code: areas.code })
    .from(areas)
    .where(isCurrentArea())
    .orderBy(asc(areas.kind), asc(areas.code));
}

/** Every area of today with a point inside it, degrees WGS84. */
export async function listCurrentAreaPoints(db: Db): Promise<(AreaCode & { lon: number; lat: number })[]> {
  return db
    .select({ id: areas.id, kind: areas.kind, code: areas.code, lon: areas.lon, lat: areas.lat })
    .from(areas)
    .where(isCurrentArea())
    .orderBy(asc(areas.kind), asc(areas.code));
}

/** Representatives change whole: the list of a month replaces the one before. */
export async function replaceRepresentatives(db: Db, rows: readonly NewRepresentativeRow[]): Promise<void> {
  await db.delete(representatives);
  await insertRows(db, representatives, rows);
}

export async function replaceOverlaps(db: Db, rows: readonly NewOverlapRow[]): Promise<void> {
  await db.delete(areaOverlaps);
  await insertRows(db, areaOverlaps, rows);
}
