import { and, asc, eq, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
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
/** More about one entry at once are a flood, and no list for people. */
const MOST_ABOUT = 50;

/** Reports about an entry that wait, oldest first. @param except a report that is none of its own twins. */
export async function findWaitingAbout(db: Db, entryId: string, except: string): Promise<WaitingAbout[]> {
  const { proposal } = reportRevisions;
  // The index `report_revisions_about` has these very words.
  const about = sql`coalesce(${proposal}->>'serviceId', ${proposal}->>'recordId', ${proposal}->>'placeId')`;
  const rows = await db
    .select({ id: reports.id, title: reports.title, submittedAt: reports.submittedAt, proposal })
    .from(reportRevisions)
    .innerJoin(reports, isNewest)
    .where(
      and(
        eq(about, entryId),
        sql`${proposal}->>'kind' <> 'new-service'`,
        isNotNull(reports.lane),
        ne(reports.id, except),
      ),
    )
    .orderBy(asc(reports.submittedAt), asc(reports.id))
    .limit(MOST_ABOUT);
  return rows.flatMap(({ proposal: said, submittedAt, ...row }) =>
    said.kind === "new-service" || submittedAt === null ? [] : [{ ...row, submittedAt, proposal: said }],
  );
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
