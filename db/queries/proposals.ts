import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { type Between, isBetween } from "@/db/queries/between";
import { insertRows } from "@/db/queries/insert-rows";
import { placeRegistrations, places } from "@/db/schema/places";
import { registrationProposals } from "@/db/schema/proposals";
import { batches, sources } from "@/db/schema/sources";
import type { SaidRegistration } from "@/domain/registrations/said";

export type NewProposal = Pick<
  typeof registrationProposals.$inferInsert,
  "placeId" | "batchId" | "sourceId" | "speaksOf" | "heldLocationId" | "said"
>;
export type ProposalRow = typeof registrationProposals.$inferSelect;

/** Stores what an edition proposes. */
export async function insertProposals(db: Db, rows: readonly NewProposal[]): Promise<void> {
  await insertRows(db, registrationProposals, rows);
}

/** What moderators left as it was, by place. */
export async function listDismissed(db: Db): Promise<Map<string, SaidRegistration[]>> {
  const { placeId, said, state } = registrationProposals;
  const rows = await db.select({ placeId, said }).from(registrationProposals).where(eq(state, "dismissed"));
  const byPlace = new Map<string, SaidRegistration[]>();
  for (const row of rows) byPlace.set(row.placeId, [...(byPlace.get(row.placeId) ?? []), ...row.said]);
  return byPlace;
}

/**
 * Open ones whose import stands and whose place still has the registration that they differ from, in doubt for that: a newer edition that
 * agrees, and an undone import, leave nothing to decide. Of several of a place the newest.
 */
const isOpen = and(
  eq(registrationProposals.state, "open"),
  isNull(batches.undoneAt),
  isNull(sources.withheldAt),
  eq(placeRegistrations.isLatest, true),
  eq(placeRegistrations.locationId, registrationProposals.heldLocationId),
  sql`'sources-differ' = any(${placeRegistrations.doubts})`,
  sql`not exists (
    select 1 from registration_proposals newer join batches batch on batch.id = newer.batch_id
    where newer.place_id = ${registrationProposals.placeId} and newer.state = 'open' and batch.undone_at is null
      and (newer.speaks_of, newer.created_at) > (${registrationProposals.speaksOf}, ${registrationProposals.createdAt}))`,
);

function openProposals(db: Db) {
  return db
    .select({
      proposal: registrationProposals,
      importedBy: batches.importedBy,
      sourceTitle: sources.title,
      sourceUrl: sources.url,
      publishedOn: sources.publishedOn,
      place: { slug: places.slug, name: places.name },
    })
    .from(registrationProposals)
    .innerJoin(batches, eq(batches.id, registrationProposals.batchId))
    .innerJoin(sources, eq(sources.id, registrationProposals.sourceId))
    .innerJoin(places, eq(places.id, registrationProposals.placeId))
    .innerJoin(placeRegistrations, eq(placeRegistrations.placeId, registrationProposals.placeId))
    .$dynamic();
}

/** What waits for a moderator, the newest editions first, by name. */
export async function listOpenProposals(db: Db, range: { offset: number; limit: number }) {
  return openProposals(db)
    .where(isOpen)
    .orderBy(desc(registrationProposals.speaksOf), asc(places.name), asc(registrationProposals.id))
    .offset(range.offset)
    .limit(range.limit);
}

/** How many wait for a moderator. @param between when their import was approved; always, without it. */
export async function countOpenProposals(db: Db, between?: Between): Promise<number> {
  const rows = openProposals(db)
    .where(and(isOpen, isBetween(registrationProposals.createdAt, between)))
    .as("open");
  const [row] = await db.select({ total: sql<number>`count(*)::int` }).from(rows);
  return row?.total ?? 0;
}

/** One that is open, locked for whoever decides it. */
export async function findOpenProposal(db: Db, id: string) {
  const [row] = await openProposals(db)
    .where(and(eq(registrationProposals.id, id), isOpen))
    .for("update", { of: registrationProposals });
  return row;
}

export async function findProposal(db: Db, id: string): Promise<ProposalRow | undefined> {
  const [row] = await db.select().from(registrationProposals).where(eq(registrationProposals.id, id));
  return row;
}

/** @returns whether it was still what its actor saw. */
export async function decideProposalRow(
  db: Db,
  { id, version }: { id: string; version: number },
  decided: { state: "accepted" | "dismissed"; decidedBy: string; decidedAt: Date; reason: string },
): Promise<boolean> {
  const rows = await db
    .update(registrationProposals)
    .set({ ...decided, version: version + 1 })
    .where(
      and(
        eq(registrationProposals.id, id),
        eq(registrationProposals.version, version),
        eq(registrationProposals.state, "open"),
      ),
    )
    .returning({ id: registrationProposals.id });
  return rows.length === 1;
}
