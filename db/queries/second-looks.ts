import { and, asc, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { isActive } from "@/db/queries/campaigners";
import { isConfirmed } from "@/db/queries/confirmed";
import { complaints, secondLooks, withholdings } from "@/db/schema/brake";
import { campaigners } from "@/db/schema/campaigners";
import { services } from "@/db/schema/services";
import { claims } from "@/db/schema/sources";
import type { WithheldByHand } from "@/domain/records/withheld";
import type { Colleague, SecondVerdict } from "@/domain/second-looks/second-look";
import { SENT_KINDS } from "@/domain/senders/sender";

/** What waits for a second person, and who could be that. For moderators and admins alone. */

export type SecondLookRow = typeof secondLooks.$inferSelect;
export type NewSecondLook = typeof secondLooks.$inferInsert;
export type SecondSubject = Pick<SecondLookRow, "subjectType" | "subjectId">;

/** @returns undefined where something about the same waits already. */
export async function insertSecondLook(db: Db, row: NewSecondLook): Promise<SecondLookRow | undefined> {
  const [stored] = await db.insert(secondLooks).values(row).onConflictDoNothing().returning();
  return stored;
}

export async function findSecondLook(db: Db, id: string): Promise<SecondLookRow | undefined> {
  const [row] = await db.select().from(secondLooks).where(eq(secondLooks.id, id));
  return row;
}

const isOpenAbout = ({ subjectType, subjectId }: SecondSubject) =>
  and(
    eq(secondLooks.subjectType, subjectType),
    eq(secondLooks.subjectId, subjectId),
    isNull(secondLooks.verdict),
  );

export async function findOpenLook(db: Db, subject: SecondSubject): Promise<SecondLookRow | undefined> {
  const [row] = await db.select().from(secondLooks).where(isOpenAbout(subject));
  return row;
}

/** All that waits, the longest first. There is one of an entry or account, so there are few. */
export async function listOpenLooks(db: Db): Promise<SecondLookRow[]> {
  return db
    .select()
    .from(secondLooks)
    .where(isNull(secondLooks.verdict))
    .orderBy(asc(secondLooks.askedAt), asc(secondLooks.id))
    .limit(200);
}

type Closed = { verdict: SecondVerdict; decidedBy: string; decidedAt: Date; because: string };

/** @returns false when somebody was first. */
export async function closeSecondLook(db: Db, id: string, closed: Closed): Promise<boolean> {
  const rows = await db
    .update(secondLooks)
    .set(closed)
    .where(and(eq(secondLooks.id, id), isNull(secondLooks.verdict)))
    .returning({ id: secondLooks.id });
  return rows.length > 0;
}

/** What waits about this is over: it was done in another way. */
export async function closeLooksAbout(
  db: Db,
  subject: SecondSubject,
  closed: Pick<Closed, "decidedBy" | "decidedAt">,
): Promise<void> {
  await db
    .update(secondLooks)
    .set({ ...closed, verdict: "over" })
    .where(isOpenAbout(subject));
}

/** The same of many entries of one type. */
export async function closeLooksOfRecords(
  db: Db,
  subjectType: WithheldByHand,
  ids: readonly string[],
  closed: Pick<Closed, "decidedBy" | "decidedAt">,
): Promise<void> {
  await db
    .update(secondLooks)
    .set({ ...closed, verdict: "over" })
    .where(
      and(
        eq(secondLooks.subjectType, subjectType),
        anyOf(secondLooks.subjectId, ids),
        isNull(secondLooks.verdict),
      ),
    );
}

/** Of an account that is erased: what was written about it goes, and what waits about it, or was asked by it and has no effect yet, is over. */
export async function eraseLooksOf(db: Db, campaignerId: string, at: Date): Promise<void> {
  const about = and(eq(secondLooks.subjectType, "campaigner"), eq(secondLooks.subjectId, campaignerId));
  const asked = and(eq(secondLooks.askedBy, campaignerId), ne(secondLooks.act, "withhold"));
  await db
    .update(secondLooks)
    .set({ verdict: "over", decidedBy: campaignerId, decidedAt: at })
    .where(and(isNull(secondLooks.verdict), or(about, asked)));
  await db.update(secondLooks).set({ reason: "", because: "" }).where(about);
}

/** The same of complaints and tips whose senders' data are erased. */
export async function eraseLooksOfSent(
  db: Db,
  ids: readonly string[],
  closed: Pick<Closed, "decidedBy" | "decidedAt">,
): Promise<void> {
  const about = and(inArray(secondLooks.subjectType, [...SENT_KINDS]), anyOf(secondLooks.subjectId, ids));
  await db
    .update(secondLooks)
    .set({ ...closed, verdict: "over" })
    .where(and(about, isNull(secondLooks.verdict)));
  await db.update(secondLooks).set({ reason: "", because: "" }).where(about);
}

/** Moderators and admins whose role counts. */
export async function listColleagues(db: Db): Promise<Colleague[]> {
  return db
    .select({
      id: campaigners.id,
      role: campaigners.role,
      called: campaigners.called,
      hasPractised: sql<boolean>`${campaigners.practisedAt} is not null`,
    })
    .from(campaigners)
    .where(and(inArray(campaigners.role, ["moderator", "admin"]), isActive))
    .orderBy(asc(campaigners.id));
}

/**
 * Whether a complaint is about this, about a service there or of that organisation, or about what a source speaks of: one that waits, or that was
 * answered while it was off the site.
 */
export async function isUnderComplaint(db: Db, type: WithheldByHand, id: string): Promise<boolean> {
  const about: Record<WithheldByHand, SQL> = {
    service: sql`select ${id}::uuid`,
    place: sql`select ${id}::uuid union select ${services.id} from ${services} where ${services.placeId} = ${id}::uuid`,
    provider: sql`select ${id}::uuid union select ${services.id} from ${services} where ${services.providerId} = ${id}::uuid`,
    source: sql`select ${claims.recordId} from ${claims} where ${claims.sourceId} = ${id}::uuid`,
  };
  const offSince = sql`(select ${withholdings.withheldAt} from ${withholdings} where ${withholdings.recordType} = ${type}
    and ${withholdings.recordId} = ${id}::uuid and ${withholdings.restoredAt} is null)`;
  const [row] = await db
    .select({ id: complaints.id })
    .from(complaints)
    .where(
      and(
        sql`${complaints.recordId} in (${about[type]})`,
        isConfirmed(complaints),
        or(isNull(complaints.answeredAt), sql`${complaints.answeredAt} >= ${offSince}`),
      ),
    )
    .limit(1);
  return row !== undefined;
}
