import type { Db } from "@/db/client";
import { findPublicEntry, type PublicEntry } from "@/db/queries/public-entry";
import { listChangesOfReport } from "@/db/queries/record-changes";
import type { ReportRow } from "@/db/queries/reports";
import { PICTURED_TYPES, type PicturedType } from "@/domain/files/report-file";
import { isOneOf } from "@/domain/lists/is-one-of";

export type PicturedEntry = PublicEntry & { type: PicturedType };

/**
 * The entry on whose page the pictures of a report can stand: the service that it made, or the service or place that it changed. Undefined where
 * the change was taken back, where readers are shown no page of it (care that is shown by area only has none), and for an organisation.
 */
export async function entryOfReport(
  db: Db,
  report: Pick<ReportRow, "id" | "publishedServiceId">,
): Promise<PicturedEntry | undefined> {
  const [change] = await listChangesOfReport(db, report.id);
  const type = change ? change.recordType : "service";
  const id = change ? change.subjectId : report.publishedServiceId;
  if (!isOneOf(PICTURED_TYPES, type) || id === null || change?.undoneAt) return undefined;
  const entry = await findPublicEntry(db, type, id);
  return entry && { ...entry, type };
}
