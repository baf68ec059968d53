import { and, asc, eq, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import type { ReportRow } from "@/db/queries/reports";
import { campaigners } from "@/db/schema/campaigners";
import { reportRevisions, reports } from "@/db/schema/reports";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import type { Proposal } from "@/domain/reports/proposal";

/** Reports that were found to be the same as one that waits. */

const isNewest = and(eq(reportRevisions.reportId, reports.id), eq(reportRevisions.number, reports.revision));

export type JoinedReport = { id: string; title: string; proposal: Proposal };

/** What was joined to a report and still is, oldest first, with what it proposes; what was erased has nothing to say. */
export async function findReportsJoined(db: Db, reportId: string): Promise<JoinedReport[]> {
  return db
    .select({ id: reports.id, title: reports.title, proposal: reportRevisions.proposal })
    .from(reports)
    .innerJoin(reportRevisions, isNewest)
    .where(
      and(
        eq(reports.duplicateOfReportId, reportId),
        eq(reports.state, "duplicate"),
        isNull(reports.erasedAt),
      ),
    )
    .orderBy(asc(reports.submittedAt), asc(reports.id));
}

/** A report about an entry that waits. Whose it is is told to nobody. */
export type WaitingAbout = { id: string; title: string; submittedAt: Date; proposal: ChangeProposal };
/** The index `report_revisions_about` has these very words. */
const about = sql<string>`coalesce(${reportRevisions.proposal}->>'serviceId', ${reportRevisions.proposal}->>'recordId', ${reportRevisions.proposal}->>'placeId')`;
const isAboutEntry = sql`${reportRevisions.proposal}->>'kind' <> 'new-service'`;
/** More about one entry at once are a flood, and no list for people. */
const MOST_ABOUT = 50;

/** Reports about an entry that wait, oldest first. @param except a report that is none of its own twins; null where there is none yet. */
export async function findWaitingAbout(
  db: Db,
  entryId: string,
  except: string | null,
): Promise<WaitingAbout[]> {
  const rows = await db
    .select(ABOUT)
    .from(reportRevisions)
    .innerJoin(reports, isNewest)
    .where(
      and(
        eq(about, entryId),
        isAboutEntry,
        isNotNull(reports.lane),
        except === null ? undefined : ne(reports.id, except),
      ),
    )
    .orderBy(asc(reports.submittedAt), asc(reports.id))
    .limit(MOST_ABOUT);
  return rows.flatMap(changeThatWaits);
}

/** Which of these reports this account sent: the one thing about their authors that is told, and only to themselves. */
export async function findOwnAmong(
  db: Db,
  authorId: string,
  reportIds: readonly string[],
): Promise<Set<string>> {
  if (reportIds.length === 0) return new Set();
  const rows = await db
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.authorId, authorId), inArray(reports.id, [...reportIds])));
  return new Set(rows.map(({ id }) => id));
}

const ABOUT = {
  id: reports.id,
  title: reports.title,
  submittedAt: reports.submittedAt,
  proposal: reportRevisions.proposal,
};

function changeThatWaits({
  proposal,
  submittedAt,
  ...row
}: Omit<WaitingAbout, "proposal" | "submittedAt"> & {
  proposal: Proposal;
  submittedAt: Date | null;
}): WaitingAbout[] {
  return proposal.kind === "new-service" || submittedAt === null ? [] : [{ ...row, submittedAt, proposal }];
}

/** The same of several entries at once, at most fifty for each of them on the average, oldest first. */
export async function findWaitingAboutAny(db: Db, entryIds: readonly string[]): Promise<WaitingAbout[]> {
  if (entryIds.length === 0) return [];
  const rows = await db
    .select(ABOUT)
    .from(reportRevisions)
    .innerJoin(reports, isNewest)
    .where(and(anyOf(about, entryIds, "text"), isAboutEntry, isNotNull(reports.lane)))
    .orderBy(asc(reports.submittedAt), asc(reports.id))
    .limit(MOST_ABOUT * entryIds.length);
  return rows.flatMap(changeThatWaits);
}

/** A report of a new service, and another that waits: of the same kind of care, in the same town. */
export type WaitingPair = { of: string; id: string; title: string; proposal: Proposal };
/** Of one report. Who opens it is told all of them (db/queries/waiting-candidates.ts). */
const MOST_BESIDE = 20;

/** What waits beside reports of new services, by the index on towns alone: a page of the queue asks of 25 at once. */
export async function findWaitingBeside(db: Db, reportIds: readonly string[]): Promise<WaitingPair[]> {
  if (reportIds.length === 0) return [];
  const mine = alias(reports, "mine");
  const beside = db
    .select({ id: reports.id, title: reports.title, revision: reports.revision })
    .from(reports)
    .where(
      and(
        sql`lower(${reports.town}) = lower(${mine.town})`,
        isNotNull(reports.lane),
        eq(reports.kind, "new-service"),
        eq(reports.category, mine.category),
        ne(reports.id, mine.id),
      ),
    )
    .orderBy(asc(reports.submittedAt), asc(reports.id))
    .limit(MOST_BESIDE)
    .as("beside");
  return db
    .select({ of: mine.id, id: beside.id, title: beside.title, proposal: reportRevisions.proposal })
    .from(mine)
    .innerJoinLateral(beside, sql`true`)
    .innerJoin(
      reportRevisions,
      and(eq(reportRevisions.reportId, beside.id), eq(reportRevisions.number, beside.revision)),
    )
    .where(and(anyOf(mine.id, reportIds), ne(mine.town, "")));
}

/** What was joined to a report goes with it, to the report or the entry that it is the same as. */
export async function passJoinedOn(
  db: Db,
  reportId: string,
  to: Pick<ReportRow, "duplicateOfReportId" | "duplicateOfServiceId">,
): Promise<void> {
  await db
    .update(reports)
    .set(to)
    .where(and(eq(reports.duplicateOfReportId, reportId), eq(reports.state, "duplicate")));
}

/** Reports that are the same as one which was not accepted, or taken back; not those of authors who are suspended. */
export async function findReportsLeftAlone(
  db: Db,
  limit: number,
): Promise<Pick<ReportRow, "id" | "version">[]> {
  const other = alias(reports, "other");
  return db
    .select({ id: reports.id, version: reports.version })
    .from(reports)
    .innerJoin(other, eq(other.id, reports.duplicateOfReportId))
    .innerJoin(campaigners, eq(campaigners.id, reports.authorId))
    .where(
      and(
        eq(reports.state, "duplicate"),
        inArray(other.state, ["rejected", "withdrawn"]),
        isNull(reports.erasedAt),
        isNull(campaigners.suspendedAt),
      ),
    )
    .orderBy(asc(reports.submittedAt), asc(reports.id))
    .limit(limit);
}
