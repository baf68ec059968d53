import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import {
  countUnfinished,
  findFilesOfDraft,
  findFilesOfReport,
  insertFile,
  type ReportFileRow,
} from "@/db/queries/report-files";
import type { AnyActor } from "@/domain/actor";
import { FILE_LIMITS, shownFileName } from "@/domain/files/report-file";
import { countAction, holdAccount } from "@/server/campaigners/act-as-account";
import { FileError } from "@/server/files/file-fault";
import { assertMayChange, openFilesOf } from "@/server/files/open-file";

const sizeSchema = z.coerce.number().int().min(0);

/** `reportId` is a report's, or the id that one is kept under that is not sent yet. */
export type FileBegun = { reportId: unknown; name: string; bytes: number };

/**
 * Begins a file of a report, or goes on with one of the same name and size that was not finished: whoever chooses it again sends only the rest.
 * @throws NotFoundError; NotAllowedError; TooManyRequestsError; FileError.
 */
export async function beginFile(
  db: Db,
  given: AnyActor,
  { reportId, name, bytes }: FileBegun,
  now: Date = new Date(),
): Promise<ReportFileRow> {
  return inTransaction(db, async (tx) => {
    const opened = await openFilesOf(tx, given, reportId, now);
    const { actor, report, draftId } = opened;
    await holdAccount(tx, actor);
    assertMayChange(opened, actor, now);
    const size = sizeSchema.safeParse(bytes);
    if (!size.success || size.data === 0) throw new FileError("file-empty");
    if (size.data > FILE_LIMITS.bytes) throw new FileError("file-too-large");
    const shown = shownFileName(name, null);
    const files = report
      ? await findFilesOfReport(tx, report.id)
      : await findFilesOfDraft(tx, { draftId, uploaderId: actor.id });
    const begun = files.find(
      (one) =>
        one.state === "receiving" &&
        one.name === shown &&
        one.bytes === size.data &&
        one.uploaderId === actor.id,
    );
    if (begun) return begun;
    const unfinished = await countUnfinished(tx, actor.id);
    if (files.length >= FILE_LIMITS.files || unfinished >= FILE_LIMITS.unfinished)
      throw new FileError("file-too-many");
    await countAction(tx, actor, "file", now);
    const of = { reportId: report?.id ?? null, draftId };
    return insertFile(tx, { ...of, uploaderId: actor.id, name: shown, bytes: size.data });
  });
}
