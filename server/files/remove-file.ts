import { type Db, inTransaction } from "@/db/client";
import { deleteFile } from "@/db/queries/report-files";
import type { AnyActor } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import { canChangeFiles } from "@/domain/files/file-policy";
import { audit } from "@/server/audit";
import { openFile } from "@/server/files/open-file";
import { factsOf } from "@/server/reports/moves/open-move";

/**
 * The author takes a file out of a report that they may still change. Its bytes go with the next round of the hourly job.
 * @throws NotFoundError; NotAllowedError.
 */
export async function removeFile(
  db: Db,
  given: AnyActor,
  fileId: unknown,
  now: Date = new Date(),
): Promise<{ reportId: string }> {
  return inTransaction(db, async (tx) => {
    const { file, report, actor } = await openFile(tx, given, fileId);
    if (!canChangeFiles(factsOf(report), actor, now)) throw new NotAllowedError("wrong-state");
    await deleteFile(tx, file.id);
    await audit(tx, actor, "file.removed", { type: "report", id: report.id }, { file: file.id });
    return { reportId: report.id };
  });
}
