import { type Db, inTransaction } from "@/db/client";
import { deleteFile } from "@/db/queries/report-files";
import type { AnyActor } from "@/domain/actor";
import { audit } from "@/server/audit";
import { assertMayChange, openFile, subjectOf } from "@/server/files/open-file";

/**
 * The author takes a file out of a report that they may still change. Its bytes go with the next round of the hourly job.
 * @throws NotFoundError; NotAllowedError.
 */
export async function removeFile(
  db: Db,
  given: AnyActor,
  fileId: unknown,
  now: Date = new Date(),
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { file, actor, ...opened } = await openFile(tx, given, fileId);
    assertMayChange(opened, actor, now);
    await deleteFile(tx, file.id);
    const subject = subjectOf(opened);
    if (subject) await audit(tx, actor, "file.removed", subject, { file: file.id });
  });
}
