import { asc, not, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { isCurrentArea } from "@/db/queries/current-areas";
import { areaOverlaps, areaSuccessors, areas, datasets, representatives } from "@/db/schema/areas";
import type { AreaKind } from "@/domain/areas/area";

type NewAreaRow = typeof areas.$inferInsert;
type NewDatasetRow = typeof datasets.$inferInsert;
type NewRepresentativeRow = typeof representatives.$inferInsert;
type NewSuccessorRow = typeof areaSuccessors.$inferInsert;
type NewOverlapRow = typeof areaOverlaps.$inferInsert;

/** PostgreSQL takes at most 65,535 parameters a statement; the widest row here has sixteen. */
const CHUNK = 1000;

async function inChunks<T>(rows: readonly T[], insert: (chunk: T[]) => PromiseLike<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) await insert(rows.slice(from, from + CHUNK));
}

const newValue = (column: { name: string }) => sql.raw(`excluded."${column.name}"`);

export async function upsertDatasets(db: Db, rows: readonly NewDatasetRow[]): Promise<void> {
  const { title, publisher, licence, attribution, url, vintage, rows: count, contentHash } = datasets;
  const columns = { title, publisher, licence, attribution, url, vintage, rows: count, contentHash };
  const set = Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, newValue(column)]));
  await inChunks(rows, (chunk) =>
    db
      .insert(datasets)
      .values(chunk)
      .onConflictDoUpdate({ target: datasets.key, set: { ...set, loadedAt: sql`now()` } }),
  );
}

/** An area already known by kind, code and first day keeps its id and takes the new names and numbers. */
export async function upsertAreas(db: Db, rows: readonly NewAreaRow[]): Promise<void> {
  const { odsCode, slug, nameEn, nameCy, nation, lon, lat, west, south, east, north } = areas;
  const { population, populationYear, validTo } = areas;
  const columns = { odsCode, slug, nameEn, nameCy, nation, lon, lat, west, south, east, north };
  const all = { ...columns, population, populationYear, validTo };
  const set = Object.fromEntries(Object.entries(all).map(([key, column]) => [key, newValue(column)]));
  await inChunks(rows, (chunk) =>
    db
      .insert(areas)
      .values(chunk)
      .onConflictDoUpdate({ target: [areas.kind, areas.code, areas.validFrom], set }),
  );
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
  await inChunks(rows, (chunk) => db.insert(areaSuccessors).values(chunk));
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
  await inChunks(rows, (chunk) => db.insert(representatives).values(chunk));
}

export async function replaceOverlaps(db: Db, rows: readonly NewOverlapRow[]): Promise<void> {
  await db.delete(areaOverlaps);
  await inChunks(rows, (chunk) => db.insert(areaOverlaps).values(chunk));
}
