import { and, count, eq, exists, gte, inArray, lt, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { standsYet } from "@/db/queries/queue";
import { decisions, reports } from "@/db/schema/reports";
import { services } from "@/db/schema/services";
import { batches } from "@/db/schema/sources";
import type { DecisionVerdict, ReviewVerdict } from "@/domain/reports/proposal";
import type { ReasonOutcome } from "@/domain/reports/work-health";
import { PUBLIC_VISIBILITIES } from "@/domain/services/service";

/** Verdicts that answer whoever sent a report; the first of two moderators answers nobody yet. */
const ANSWERS = sql`('approve', 'approve-in-part', 'confirm', 'request-changes', 'reject', 'duplicate')`;

/**
 * Hours from each time that a report was sent (first, again after changes, or with an appeal) to the decision that its author got on it, of
 * decisions since a moment.
 */
export async function listHoursToDecision(db: Db, since: Date): Promise<number[]> {
  const rows = await db.execute<{ hours: number }>(sql`
    select (extract(epoch from d.decided_at - sent.at) / 3600)::float8 as hours
    from decisions d
    join reports r on r.id = d.report_id
    join lateral (
      select coalesce(max(a.at), r.submitted_at) as at from audit_entries a
      where a.subject_type = 'report' and a.subject_id = d.report_id::text
        and a.action in ('report.submitted', 'report.appealed') and a.at <= d.decided_at
    ) sent on sent.at <= d.decided_at
    where d.decided_at >= ${since.toISOString()}::timestamptz and d.verdict in ${ANSWERS}
      and not exists (select 1 from decisions e where e.report_id = d.report_id and e.verdict in ${ANSWERS}
        and e.decided_at >= sent.at and e.decided_at < d.decided_at)`);
  return rows.map(({ hours }) => hours);
}

/**
 * Seconds from when a moderator last took a report with a source to when they decided it. Visits that ended otherwise are not there, nor what was decided
 * of several at once: that is taken and decided in one step.
 */
export async function listSecondsOfVisits(db: Db, since: Date): Promise<number[]> {
  const rows = await db.execute<{ seconds: number }>(sql`
    select extract(epoch from d.decided_at - taken.at)::float8 as seconds
    from decisions d
    join lateral (
      select max(a.at) as at from audit_entries a
      where a.subject_type = 'report' and a.subject_id = d.report_id::text and a.actor_id = d.moderator_id::text
        and a.action in ('report.held', 'report.taken-over') and a.at <= d.decided_at
    ) taken on taken.at is not null
    where d.decided_at >= ${since.toISOString()}::timestamptz and d.verdict <> 'take-back'
      and exists (select 1 from report_revisions v where v.report_id = d.report_id and v.number = d.revision
        and jsonb_array_length(coalesce(v.proposal -> 'sources', '[]'::jsonb)) > 0)
      and not exists (select 1 from bulk_items b where b.report_id = d.report_id and b.state in ('done', 'taken-back', 'stands'))`);
  return rows.map(({ seconds }) => seconds);
}

/** Days that each report which waits for a decision has waited. */
export async function listWaitingDays(db: Db, now: Date): Promise<number[]> {
  const rows = await db.execute<{ days: number }>(sql`
    select (extract(epoch from ${now.toISOString()}::timestamptz - submitted_at) / 86400)::float8 as days
    from reports where lane is not null and submitted_at is not null`);
  return rows.map(({ days }) => days);
}

export async function countVerdicts(
  db: Db,
  since: Date,
): Promise<{ verdict: DecisionVerdict; count: number }[]> {
  const rows = await db.execute<{ verdict: DecisionVerdict; count: number }>(sql`
    select verdict, count(*)::int as count from decisions
    where decided_at >= ${since.toISOString()}::timestamptz group by verdict order by count(*) desc, verdict`);
  return [...rows];
}

/** Reports that were approved between two moments, and how many of them still stand. */
export async function countStanding(
  db: Db,
  { from, until }: { from: Date; until: Date },
): Promise<{ count: number; standing: number }> {
  const approved = db
    .select({ one: sql`1` })
    .from(decisions)
    .where(
      and(
        eq(decisions.reportId, reports.id),
        inArray(decisions.verdict, ["approve", "approve-in-part", "confirm"]),
        gte(decisions.decidedAt, from),
        lt(decisions.decidedAt, until),
      ),
    );
  const [row] = await db
    .select({ count: count(), standing: sql<number>`count(*) filter (where ${standsYet})::int` })
    .from(reports)
    .leftJoin(services, eq(services.id, reports.publishedServiceId))
    .leftJoin(batches, eq(batches.id, reports.batchId))
    .where(exists(approved));
  return row ?? { count: 0, standing: 0 };
}

/** What reviewers said of reports that were decided since a moment, and what moderators then did. */
export async function countReviewOutcomes(
  db: Db,
  since: Date,
): Promise<{ verdict: ReviewVerdict; approved: number; notApproved: number }[]> {
  const rows = await db.execute<{ verdict: ReviewVerdict; approved: number; notApproved: number }>(sql`
    select v.verdict, count(*) filter (where r.state = 'approved')::int as approved,
      count(*) filter (where r.state in ('rejected', 'duplicate'))::int as "notApproved"
    from reviews v join reports r on r.id = v.report_id and r.revision = v.revision
    where v.created_at >= ${since.toISOString()}::timestamptz group by v.verdict order by v.verdict`);
  return [...rows];
}

/**
 * What was decided since a moment of reports that stood in the queue for each rule, as the audit has it from when they were last taken
 * before. Rules without one are not there.
 */
export async function countOutcomesByReason(db: Db, since: Date): Promise<ReasonOutcome[]> {
  const rows = await db.execute<ReasonOutcome>(sql`
    select rule, count(*) filter (where d.verdict in ('approve', 'approve-in-part', 'confirm'))::int as approved,
      count(*) filter (where d.verdict = 'request-changes')::int as "sentBack",
      count(*) filter (where d.verdict in ('reject', 'duplicate'))::int as "notAccepted"
    from decisions d
    join lateral (
      select p.payload -> 'why' as why from audit_entries a join audit_payloads p on p.number = a.number
      where a.subject_type = 'report' and a.subject_id = d.report_id::text and a.action = 'report.held' and a.at <= d.decided_at
      order by a.number desc limit 1
    ) taken on jsonb_typeof(taken.why) = 'array'
    cross join lateral jsonb_array_elements_text(taken.why) as rule
    where d.decided_at >= ${since.toISOString()}::timestamptz
      and d.verdict in ${ANSWERS}
    group by rule`);
  return [...rows];
}

/** Services on the site that run, by whether a source confirmed them since a day. */
export async function countDue(db: Db, since: string): Promise<{ due: number; fresh: number }> {
  const [row] = await db
    .select({
      due: sql<number>`count(*) filter (where coalesce(${services.lastConfirmedOn}, '') < ${since})::int`,
      fresh: sql<number>`count(*) filter (where ${services.lastConfirmedOn} >= ${since})::int`,
    })
    .from(services)
    .where(and(inArray(services.visibility, [...PUBLIC_VISIBILITIES]), eq(services.status, "operating")));
  return row ?? { due: 0, fresh: 0 };
}
