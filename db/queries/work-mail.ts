import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { Between } from "@/db/queries/between";
import { isActive } from "@/db/queries/campaigners";
import { countComplaintsBetween } from "@/db/queries/complaints";
import { countWaitingImports } from "@/db/queries/imports-registers";
import { countOpenProposals } from "@/db/queries/proposals";
import { countTipsBetween } from "@/db/queries/tips";
import { campaigners } from "@/db/schema/campaigners";
import type { MailWish, WorkNews } from "@/domain/campaigners/work-mail";

export type ToldModerator = { id: string; email: string; wish: MailWish; toldAt: Date };

/** Moderators and admins who have confirmed their address and wish to be told; starter accounts have no mailbox. */
export async function listToldModerators(db: Db): Promise<ToldModerator[]> {
  const rows = await db
    .select({
      id: campaigners.id,
      email: campaigners.email,
      wish: campaigners.mailWish,
      toldAt: campaigners.mailToldAt,
    })
    .from(campaigners)
    .where(
      and(
        inArray(campaigners.role, ["moderator", "admin"]),
        eq(campaigners.isStarter, false),
        isActive,
        isNotNull(campaigners.emailVerifiedAt),
        sql`${campaigners.mailWish} <> 'off'`,
      ),
    );
  return rows.flatMap(({ email, ...row }) => (email === null ? [] : [{ ...row, email }]));
}

/** What happened for somebody between two moments, and still waits. Their own reports are nobody's news to them. */
export async function findWorkNews(
  db: Db,
  id: string,
  since: Date,
  until: Date,
): Promise<Omit<WorkNews, "second">> {
  const between: Between = { since, until };
  return {
    ...(await findReportNews(db, id, since, until)),
    complaints: await countComplaintsBetween(db, between),
    imports: await countWaitingImports(db, id, between),
    tips: await countTipsBetween(db, between),
    proposals: await countOpenProposals(db, between),
  };
}

type ReportNews = Pick<WorkNews, "arrived" | "handedOver" | "replies">;

async function findReportNews(db: Db, id: string, since: Date, until: Date): Promise<ReportNews> {
  const [from, to] = [since.toISOString(), until.toISOString()];
  const [row] = await db.execute<ReportNews>(sql`select
    (select count(*)::int from reports r where r.state = 'submitted' and r.set_aside_at is null and r.author_id <> ${id}::uuid
      and (r.listed_revision < r.revision or not exists (select 1 from moderator_areas m join campaigners c on c.id = m.campaigner_id
          where m.campaigner_id = ${id}::uuid and c.role = 'moderator')
        or exists (select 1 from moderator_areas m join areas a on a.id = m.area_id
          join areas near on near.id = a.id or (a.kind = 'nation' and near.nation = a.nation)
          where m.campaigner_id = ${id}::uuid and near.id = any(r.area_ids)))
      and r.submitted_at > ${from}::timestamptz and r.submitted_at <= ${to}::timestamptz) as arrived,
    (select count(distinct r.id)::int from reports r join audit_entries a on a.subject_type = 'report' and a.subject_id = r.id::text
      where r.held_by = ${id}::uuid and a.action = 'report.passed-on' and a.actor_id <> ${id}
        and a.at > ${from}::timestamptz and a.at <= ${to}::timestamptz) as "handedOver",
    (select count(*)::int from report_messages m join reports r on r.id = m.report_id
      where m.from_author and (r.held_by = ${id}::uuid or (r.state = 'changes-requested' and ${id}::uuid =
          (select d.moderator_id from decisions d where d.report_id = r.id order by d.decided_at desc limit 1)))
        and m.created_at > ${from}::timestamptz and m.created_at <= ${to}::timestamptz) as replies`);
  return row ?? { arrived: 0, handedOver: 0, replies: 0 };
}

/** Conditional on when they were told before: of two servers one tells them. @returns whether it was this one. */
export async function markTold(db: Db, { id, toldAt }: ToldModerator, at: Date): Promise<boolean> {
  const rows = await db
    .update(campaigners)
    .set({ mailToldAt: at })
    .where(
      and(
        eq(campaigners.id, id),
        isNull(campaigners.suspendedAt),
        sql`date_trunc('milliseconds', ${campaigners.mailToldAt}) = ${toldAt.toISOString()}::timestamptz`,
      ),
    )
    .returning({ id: campaigners.id });
  return rows.length > 0;
}

export async function setMailWish(db: Db, id: string, mailWish: MailWish): Promise<void> {
  await db.update(campaigners).set({ mailWish }).where(eq(campaigners.id, id));
}
