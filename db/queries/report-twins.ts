import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import type { ReportRow } from "@/db/queries/reports";
import { campaigners } from "@/db/schema/campaigners";
import { reportRevisions, reports } from "@/db/schema/reports";
import type { NewServiceProposal } from "@/domain/reports/proposal";

/** Reports that were found to be the same as one that waits. */

export type JoinedReport = { id: string; title: string; proposal: NewServiceProposal };

/** What was joined to a report and still is, oldest first, with what it proposes; what was erased has nothing to say. */
export async function findReportsJoined(db: Db, reportId: string): Promise<JoinedReport[]> {
  const rows = await db
    .select({ id: reports.id, title: reports.title, proposal: reportRevisions.proposal })
    .from(reports)
    .innerJoin(
      reportRevisions,
      and(eq(reportRevisions.reportId, reports.id), eq(reportRevisions.number, reports.revision)),
    )
    .where(
      and(
        eq(reports.duplicateOfReportId, reportId),
        eq(reports.state, "duplicate"),
        isNull(reports.erasedAt),
      ),
    )
    .orderBy(asc(reports.submittedAt), asc(reports.id));
  return rows.flatMap(({ proposal, ...row }) =>
    proposal.kind === "new-service" ? [{ ...row, proposal }] : [],
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
