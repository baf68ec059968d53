import { and, eq, inArray, isNull, like, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { CampaignerRow } from "@/db/queries/campaigners";
import { auditEntries } from "@/db/schema/audit";
import { complaints } from "@/db/schema/brake";
import { campaigners, mailOutbox, rateLimits } from "@/db/schema/campaigners";
import { pendingDrafts, reports } from "@/db/schema/reports";
import { tips } from "@/db/schema/tips";

/** Empties the account; its id stays, because records say by which account they came. */
export async function emptyAccount(
  db: Db,
  { id, version }: Pick<CampaignerRow, "id" | "version">,
  at: Date,
): Promise<boolean> {
  const rows = await db
    .update(campaigners)
    .set({
      email: null,
      emailVerifiedAt: null,
      role: "campaigner",
      erasedAt: at,
      suspendedAt: null,
      suspendedBecause: null,
      called: null,
      version: version + 1,
    })
    .where(and(eq(campaigners.id, id), eq(campaigners.version, version)))
    .returning({ id: campaigners.id });
  return rows.length === 1;
}

/** Removes an author's drafts and empties their other reports; those that wait are withdrawn. @returns how many. */
export async function eraseReportsOf(db: Db, authorId: string, at: Date): Promise<number> {
  const drafts = await db
    .delete(reports)
    .where(and(eq(reports.authorId, authorId), eq(reports.state, "draft")))
    .returning({ id: reports.id });
  const others = await db
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.authorId, authorId), isNull(reports.erasedAt)));
  await eraseReports(
    db,
    others.map(({ id }) => id),
    at,
  );
  return drafts.length + others.length;
}

/** Empties these reports of everything that was typed in them and about them. Published facts are records, and stay. */
export async function eraseReports(db: Db, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  const ended = ["approved", "rejected", "duplicate", "withdrawn"];
  await db
    .update(reports)
    .set({
      state: sql`case when ${inArray(reports.state, ended as (typeof reports.$inferSelect.state)[])} then ${reports.state} else 'withdrawn'::report_state end`,
      draft: null,
      title: "",
      town: "",
      sourceOf: "",
      words: [],
      areaIds: [],
      heldBy: null,
      holdExpiresAt: null,
      setAsideAt: null,
      erasedAt: at,
      version: sql`${reports.version} + 1`,
    })
    .where(inArray(reports.id, [...ids]));
  // A function of the owner: the application itself cannot change what was sent, said and decided.
  for (const id of ids) await db.execute(sql`select erase_report_texts(${id}::uuid)`);
}

/** What this person wrote in reports of others, and what the audit says they or others typed about them. */
export async function eraseTextsOf(db: Db, campaignerId: string): Promise<void> {
  await db.execute(sql`select erase_campaigner_texts(${campaignerId}::uuid)`);
}

/**
 * Everything that is found by an address, or a pseudonym of it: mail, counts of tries, and what was kept for somebody who
 * had yet to sign in. Mail to others that carries a message of theirs and has not left goes too.
 */
export async function deleteByAddress(
  db: Db,
  { campaignerId, email, pseudonym }: { campaignerId: string; email: string; pseudonym: string },
): Promise<void> {
  await db.delete(mailOutbox).where(eq(mailOutbox.recipient, email));
  await db
    .update(complaints)
    .set({
      email: null,
      why: sql`case when ${complaints.answeredAt} is null then ${complaints.why} else '' end`,
      notice: sql`case when ${complaints.answeredAt} is null then ${complaints.notice} end`,
    })
    .where(eq(complaints.email, email));
  await db
    .update(tips)
    .set({
      email: null,
      says: sql`case when ${tips.closedAt} is null then ${tips.says} else '' end`,
      whereabouts: sql`case when ${tips.closedAt} is null then ${tips.whereabouts} else '' end`,
      link: sql`case when ${tips.closedAt} is null then ${tips.link} end`,
    })
    .where(eq(tips.email, email));
  await db.delete(rateLimits).where(like(rateLimits.key, `%${pseudonym}%`));
  await db.delete(pendingDrafts).where(eq(pendingDrafts.forWhom, pseudonym));
  const said = db
    .select({ key: sql`'report.message:' || ${auditEntries.number}` })
    .from(auditEntries)
    .where(and(eq(auditEntries.actorId, campaignerId), eq(auditEntries.action, "report.message")));
  await db.delete(mailOutbox).where(inArray(mailOutbox.dedupeKey, said));
}
