import { and, asc, desc, eq, isNotNull, isNull, lt, lte, ne, not, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { type Between, isBetween } from "@/db/queries/between";
import { isConfirmed } from "@/db/queries/confirmed";
import { areas } from "@/db/schema/areas";
import { allBegin, textWords } from "@/db/schema/text-words";
import { tips } from "@/db/schema/tips";

export type TipRow = typeof tips.$inferSelect;
export type NewTip = typeof tips.$inferInsert;

export async function insertTip(db: Db, row: NewTip): Promise<TipRow> {
  const [stored] = await db.insert(tips).values(row).returning();
  if (!stored) throw new Error("no tip was stored");
  return stored;
}

/** A tip with the same words about the same whereabouts, from the same address or without one, that waits. */
export async function findSameTip(
  db: Db,
  given: Pick<NewTip, "whereabouts" | "says"> & { email: string | null },
): Promise<Pick<TipRow, "id" | "confirmHash" | "confirmedAt"> | undefined> {
  const { id, confirmHash, confirmedAt } = tips;
  const [row] = await db
    .select({ id, confirmHash, confirmedAt })
    .from(tips)
    .where(
      and(
        eq(tips.says, given.says),
        eq(tips.whereabouts, given.whereabouts),
        sql`${tips.email} is not distinct from ${given.email}`,
        isNull(tips.closedAt),
      ),
    )
    .limit(1);
  return row;
}

const isFlagged = sql<boolean>`(cardinality(${tips.flags}) > 0)`;
const isOpen = () => and(isNull(tips.closedAt), isConfirmed(tips));

/** How many wait that something made dubious. */
export async function countFlaggedTips(db: Db): Promise<number> {
  return db.$count(tips, and(isFlagged, isNull(tips.closedAt)));
}

const AREA = { kind: areas.kind, slug: areas.slug, name: areas.nameEn, nameCy: areas.nameCy };

/** Tips that nobody has shown, reported or closed. */
const isUntouched = () => and(isOpen(), isNull(tips.shownAt), isNull(tips.reportId));

export async function countWaitingTips(db: Db): Promise<number> {
  return db.$count(tips, isUntouched());
}

/** How many that wait came between two moments, without those that something made dubious. */
export async function countTipsBetween(db: Db, between: Between): Promise<number> {
  const cameAt = sql`coalesce(${tips.confirmedAt}, ${tips.createdAt})`;
  return db.$count(tips, and(isUntouched(), not(isFlagged), isBetween(cameAt, between)));
}

/** Which of the open tips; what is null asks for nothing. Nothing of who sent one is asked for. */
export type TipQuery = {
  /** Beginnings of words, each as `normaliseName` writes it, that all must be in where it is or what was written. */
  words: readonly string[];
  /** From whose page it was sent. */
  areaIds: readonly string[] | null;
  /** Came then or before. */
  until: Date | null;
};
const ALL_TIPS: TipQuery = { words: [], areaIds: null, until: null };

function matches({ words, areaIds, until }: TipQuery): SQL | undefined {
  return and(
    isOpen(),
    words.length === 0 ? undefined : sql`${textWords(tips.whereabouts, tips.says)} @@ ${allBegin(words)}`,
    areaIds === null ? undefined : anyOf(tips.areaId, areaIds),
    until === null ? undefined : lte(tips.createdAt, until),
  );
}

/** Open tips with their areas, those that wait for a moderator first; of each, what is not flagged, then the oldest. */
export async function listOpenTips(
  db: Db,
  { limit, offset }: { limit: number; offset: number },
  query: TipQuery = ALL_TIPS,
) {
  return withArea(db, matches(query))
    .orderBy(
      sql`(${tips.shownAt} is not null or ${tips.reportId} is not null)`,
      isFlagged,
      asc(tips.createdAt),
      asc(tips.id),
    )
    .limit(limit)
    .offset(offset);
}

export async function countOpenTips(db: Db, query: TipQuery = ALL_TIPS): Promise<number> {
  return db.$count(tips, matches(query));
}

/**
 * What campaigners may find out: tips that a moderator has shown, the newest first.
 * @param asReviewer with those that nobody has shown and that name a source
 */
export async function listTipLeads(db: Db, { asReviewer, limit }: { asReviewer: boolean; limit: number }) {
  const isLead = asReviewer
    ? or(isNotNull(tips.shownAt), and(isNotNull(tips.link), eq(sql`cardinality(${tips.flags})`, 0)))
    : isNotNull(tips.shownAt);
  return withArea(db, and(isOpen(), isNull(tips.reportId), isLead))
    .orderBy(desc(tips.createdAt), desc(tips.id))
    .limit(limit);
}

/** One that was confirmed, with its area. */
export async function findTip(db: Db, id: string) {
  const [row] = await withArea(db, and(eq(tips.id, id), isConfirmed(tips)));
  return row;
}

function withArea(db: Db, which: SQL | undefined) {
  return db
    .select({ tip: tips, area: AREA })
    .from(tips)
    .leftJoin(areas, eq(areas.id, tips.areaId))
    .where(which)
    .$dynamic();
}

/** Changes what a moderator or reviewer did with it. @returns false when somebody was first. */
export async function changeTip(
  db: Db,
  { id, version }: { id: string; version: number },
  set: Partial<Pick<NewTip, "shown" | "shownAt" | "shownBy" | "closedAt" | "closedBy" | "answer">>,
): Promise<boolean> {
  const rows = await db
    .update(tips)
    .set({ ...set, version: version + 1 })
    .where(and(eq(tips.id, id), eq(tips.version, version), isNull(tips.closedAt)))
    .returning({ id: tips.id });
  return rows.length > 0;
}

/** Notes the report that was made of it. @returns false when there was one, or it is closed. */
export async function setReportOfTip(db: Db, id: string, reportId: string): Promise<boolean> {
  const rows = await db
    .update(tips)
    .set({ reportId, version: sql`${tips.version} + 1` })
    .where(and(eq(tips.id, id), isNull(tips.reportId), isNull(tips.closedAt)))
    .returning({ id: tips.id });
  return rows.length > 0;
}

/** The tip that a mailed link confirms, or has confirmed. */
export async function findTipOfLink(db: Db, hash: string): Promise<TipRow | undefined> {
  const [row] = await db.select().from(tips).where(eq(tips.confirmHash, hash));
  return row;
}

/** @returns false when it was confirmed before. */
export async function confirmTip(db: Db, id: string, at: Date): Promise<boolean> {
  const rows = await db
    .update(tips)
    .set({ confirmedAt: at })
    .where(and(eq(tips.id, id), isNull(tips.confirmedAt)))
    .returning({ id: tips.id });
  return rows.length > 0;
}

/** What waited for its link to be opened since before a moment. */
export async function deleteUnconfirmedTips(db: Db, sentBefore: Date): Promise<void> {
  await db
    .delete(tips)
    .where(and(isNotNull(tips.confirmHash), isNull(tips.confirmedAt), lt(tips.createdAt, sentBefore)));
}

/** Empties the addresses of tips that were closed before a moment. */
export async function forgetTipSenders(db: Db, closedBefore: Date): Promise<void> {
  await db
    .update(tips)
    .set({ email: null })
    .where(and(isNotNull(tips.email), lt(tips.closedAt, closedBefore)));
}

/** Empties what was typed in tips that were closed before a moment. */
export async function forgetTipTexts(db: Db, closedBefore: Date): Promise<void> {
  await db
    .update(tips)
    .set({ says: "", whereabouts: "", link: null })
    .where(and(ne(tips.says, ""), lt(tips.closedAt, closedBefore)));
}
