import { and, eq, inArray, isNotNull, isNull, like, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { CampaignerRow } from "@/db/queries/campaigners";
import { eraseLooksOfSent } from "@/db/queries/second-looks";
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
 * Everything that is found by an address, or a pseudonym of it: mail, counts of tries, what was kept for somebody who had yet to sign in, and
 * what was sent from it without an account.
 */
export async function deleteByAddress(
  db: Db,
  { email, pseudonym }: { email: string; pseudonym: string },
  at: Date,
): Promise<void> {
  await eraseSentBy(db, { id: null, email }, at);
  await db.delete(mailOutbox).where(eq(mailOutbox.recipient, email));
  await db.delete(rateLimits).where(like(rateLimits.key, `%${pseudonym}%`));
  await db.delete(pendingDrafts).where(eq(pendingDrafts.forWhom, pseudonym));
}

/** Mail to others that carries a message of this account and has not left. */
export async function deleteMailOfMessages(db: Db, campaignerId: string): Promise<void> {
  const said = db
    .select({ key: sql`'report.message:' || ${auditEntries.number}` })
    .from(auditEntries)
    .where(and(eq(auditEntries.actorId, campaignerId), eq(auditEntries.action, "report.message")));
  await db.delete(mailOutbox).where(inArray(mailOutbox.dedupeKey, said));
}

/** Who closed what was open when its sender's data were erased: no person, so that an emptied complaint leads to no account. */
const CLOSED_BY = "erasure";

/** Mail about what was sent is called by its id, so that it is found where no address is held any more. */
const MAIL_ABOUT_SENT = [
  ...(["sent.confirm", "complaint.receipt", "complaint.answer"] as const),
  ...(["tip.receipt", "tip.answer"] as const),
] as const;

/**
 * Empties the complaint or tip of this id, and all that came from this address, of what its sender typed and was answered; what is open is
 * closed, and no mail goes out. What nobody has read, because its link was not opened, is removed. Mail about it, what the audit said of it and
 * what a second look gave as reasons go with it. That there was one, about what and when, stays.
 * @returns ids of what was emptied, without what was before.
 */
export async function eraseSentBy(
  db: Db,
  { id, email }: { id: string | null; email: string | null },
  at: Date,
): Promise<string[]> {
  // Of a null nothing is the same: neither every row without an address nor every row.
  const isTheirs = (sent: typeof complaints | typeof tips) =>
    and(isNull(sent.erasedAt), sql`(${sent.id} = ${id}::uuid or ${sent.email} = ${email}::text)`);
  for (const sent of [complaints, tips])
    await db.delete(sent).where(and(isTheirs(sent), isNotNull(sent.confirmHash), isNull(sent.confirmedAt)));
  const emptied = { email: null, link: null, confirmHash: null, answer: "", erasedAt: at };
  const ofComplaints = await db
    .update(complaints)
    .set({
      ...emptied,
      why: "",
      notice: null,
      answeredAt: sql`coalesce(${complaints.answeredAt}, ${at.toISOString()}::timestamptz)`,
      answeredBy: sql`coalesce(${complaints.answeredBy}, ${CLOSED_BY})`,
      version: sql`${complaints.version} + 1`,
    })
    .where(isTheirs(complaints))
    .returning({ id: complaints.id });
  const ofTips = await db
    .update(tips)
    .set({
      ...emptied,
      says: "",
      whereabouts: "",
      shown: null,
      shownAt: null,
      shownBy: null,
      closedAt: sql`coalesce(${tips.closedAt}, ${at.toISOString()}::timestamptz)`,
      closedBy: sql`coalesce(${tips.closedBy}, ${CLOSED_BY})`,
      version: sql`${tips.version} + 1`,
    })
    .where(isTheirs(tips))
    .returning({ id: tips.id });
  const ids = [...ofComplaints, ...ofTips].map((row) => row.id);
  const keys = ids.flatMap((one) => MAIL_ABOUT_SENT.map((purpose) => `${purpose}:${one}`));
  await db.delete(mailOutbox).where(inArray(mailOutbox.dedupeKey, keys));
  await eraseLooksOfSent(db, ids, { decidedBy: CLOSED_BY, decidedAt: at });
  for (const one of ids) await db.execute(sql`select erase_sent_texts(${one}::uuid)`);
  return ids;
}
