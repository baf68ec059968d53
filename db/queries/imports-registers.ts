import {
  and,
  asc,
  count,
  countDistinct,
  eq,
  exists,
  gt,
  isNull,
  like,
  lte,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Db } from "@/db/client";
import { isInImport } from "@/db/queries/batches";
import { type Between, isBetween } from "@/db/queries/between";
import { isCounted } from "@/db/queries/claims";
import { hasOpenEntry } from "@/db/queries/open-entry";
import { placeIdentifiers, places } from "@/db/schema/places";
import { batches, claims, sources } from "@/db/schema/sources";

/** The sources of a register: the beginning of the keys of its editions, and the id of the one that the project ships. */
export type OfRegister = { prefix: string; shippedId: string };

const isOfRegister = ({ prefix, shippedId }: OfRegister) =>
  or(like(sources.sourceKey, `${prefix}%`), eq(sources.id, shippedId));

/** Dates of the editions of a register that a fact in force comes from: partial ISO dates, in no order. */
export async function findEditionsInForce(db: Db, register: OfRegister): Promise<string[]> {
  const cited = db
    .select({ one: sql`1` })
    .from(claims)
    .where(and(eq(claims.sourceId, sources.id), isCounted(db)));
  const rows = await db
    .select({ edition: sources.publishedOn })
    .from(sources)
    .where(and(isOfRegister(register), exists(cited)));
  return rows.flatMap(({ edition }) => edition ?? []);
}

/** Ids of the sources that are editions of a register. */
export async function findSourceIdsOf(db: Db, register: OfRegister): Promise<string[]> {
  const rows = await db.select({ id: sources.id }).from(sources).where(isOfRegister(register));
  return rows.map(({ id }) => id);
}

/** Codes of places, each "<place id> <scheme> <code>", that an edition of a register has listed. */
export async function listCodesOfRegister(db: Db, register: OfRegister): Promise<Set<string>> {
  const { value } = claims;
  const key = sql<string>`concat_ws(' ', ${claims.recordId}, ${value} ->> 'scheme', ${value} ->> 'code')`;
  const rows = await db
    .selectDistinct({ key })
    .from(claims)
    .innerJoin(sources, eq(sources.id, claims.sourceId))
    .where(
      and(
        eq(claims.recordType, "place"),
        eq(claims.field, "identifier"),
        isOfRegister(register),
        isCounted(db),
      ),
    );
  return new Set(rows.map((row) => row.key));
}

/** How many places a register gives a code of, whoever brought them, that a register still lists. */
export async function countListedPlaces(db: Db, register: OfRegister): Promise<number> {
  const [row] = await db
    .select({ total: countDistinct(places.id) })
    .from(claims)
    .innerJoin(sources, eq(sources.id, claims.sourceId))
    .innerJoin(places, eq(places.id, claims.recordId))
    .where(
      and(
        eq(claims.recordType, "place"),
        eq(claims.field, "identifier"),
        isOfRegister(register),
        isCounted(db),
        isNull(places.mergedInto),
        hasOpenEntry(),
      ),
    );
  return row?.total ?? 0;
}

/** How many branches of practices are listed. */
export async function countListedBranches(db: Db): Promise<number> {
  const { scheme, isListed, validTo } = placeIdentifiers;
  const [row] = await db
    .select({ total: count() })
    .from(placeIdentifiers)
    .where(and(eq(scheme, "ods-branch"), eq(isListed, true), isNull(validTo)));
  return row?.total ?? 0;
}

/** Which of the imports that wait; what is null asks for nothing. */
export type ImportQuery = {
  /** Each has to be in the title, the source or the file's name. */
  words: readonly string[];
  /** Handed on then or before. */
  until: Date | null;
  heldBy: string | null;
  /** Nobody holds it at `now`. */
  isFree: boolean;
  now: Date;
};

function asks(query: ImportQuery | undefined): SQL | undefined {
  if (!query) return undefined;
  const { heldBy, holdExpiresAt, submittedAt } = batches;
  return and(
    ...query.words.map(isInImport),
    query.until === null ? undefined : lte(submittedAt, query.until),
    query.heldBy === null ? undefined : and(eq(heldBy, query.heldBy), gt(holdExpiresAt, query.now)),
    query.isFree ? or(isNull(heldBy), lte(holdExpiresAt, query.now)) : undefined,
  );
}

const waitsFor = (actorId: string) =>
  and(
    // As the index has it: changes of entries are batches too.
    sql`${batches.state} = 'submitted'`,
    sql`${batches.importedBy} <> ${actorId}`,
    isNull(batches.setAsideAt),
  );

/** How many imports wait for a second person who did not bring them. @param between when they were handed on; always, without it. */
export async function countWaitingImports(db: Db, actorId: string, between?: Between): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(batches)
    .where(and(waitsFor(actorId), isBetween(batches.submittedAt, between)));
  return row?.total ?? 0;
}

/** How many of them match. */
export async function countMatchingImports(db: Db, actorId: string, query: ImportQuery): Promise<number> {
  return db.$count(batches, and(waitsFor(actorId), asks(query)));
}

/** The same imports, those that wait longest first. */
export async function listWaitingImports(db: Db, actorId: string, limit: number, query?: ImportQuery) {
  return db
    .select({
      id: batches.id,
      title: batches.title,
      submittedAt: batches.submittedAt,
      heldBy: batches.heldBy,
      holdExpiresAt: batches.holdExpiresAt,
      isComplete: batches.isComplete,
      isOverridden: sql<boolean>`${batches.override} is not null`,
    })
    .from(batches)
    .where(and(waitsFor(actorId), asks(query)))
    .orderBy(asc(batches.submittedAt), asc(batches.id))
    .limit(limit);
}
