import { randomUUID } from "node:crypto";
import { type Db, inTransaction } from "@/db/client";
import {
  deleteFile,
  deleteFileParts,
  findFileParts,
  insertStoredKey,
  type ReportFileRow,
  updateFile,
} from "@/db/queries/report-files";
import type { AnyActor } from "@/domain/actor";
import { ConflictError } from "@/domain/errors";
import { shownFileName } from "@/domain/files/report-file";
import { audit } from "@/server/audit";
import type { FileStore } from "@/server/file-store/file-store";
import { fileStore } from "@/server/file-store/open-store";
import { takeIn } from "@/server/files/as-stored";
import { beginFile, type FileBegun } from "@/server/files/begin-file";
import { FileError } from "@/server/files/file-fault";
import { assertMayChange, openFile, subjectOf } from "@/server/files/open-file";
import { log } from "@/server/log";

/**
 * Makes a file of the parts that came, once all are there: looked at, made anew, stored, and only then a file of the report. One that cannot
 * be taken is gone with its parts. Sent twice it is one.
 * @throws NotFoundError; NotAllowedError; FileError; ConflictError when it was finished at the same time.
 */
export async function saveFile(
  db: Db,
  actor: AnyActor,
  fileId: string,
  store: FileStore = fileStore(),
  now: Date = new Date(),
): Promise<ReportFileRow> {
  const { file, sent } = await inTransaction(db, async (tx) => {
    const { file: begun } = await openFile(tx, actor, fileId);
    return {
      file: begun,
      sent: begun.state === "ready" ? null : Buffer.concat(await findFileParts(tx, begun.id)),
    };
  });
  if (sent === null) return file;
  if (sent.length !== file.bytes) throw new FileError("file-unfinished");
  return storeTaken(db, actor, { file, sent }, store, now);
}

/** A file that came in one piece, as a browser without scripts sends it. @throws as `beginFile` and `saveFile`. */
export async function saveWholeFile(
  db: Db,
  actor: AnyActor,
  { reportId, name, sent }: Omit<FileBegun, "bytes"> & { sent: Buffer },
  store: FileStore = fileStore(),
  now: Date = new Date(),
): Promise<ReportFileRow> {
  const file = await beginFile(db, actor, { reportId, name, bytes: sent.length }, now);
  return storeTaken(db, actor, { file, sent }, store, now);
}

async function storeTaken(
  db: Db,
  given: AnyActor,
  { file, sent }: { file: ReportFileRow; sent: Buffer },
  store: FileStore,
  now: Date,
): Promise<ReportFileRow> {
  const taken = await takeIn(sent).catch(async (error: unknown) => {
    if (error instanceof FileError && error.fault !== "file-unfinished") await deleteFile(db, file.id);
    throw error;
  });
  const key = randomUUID();
  await insertStoredKey(db, key);
  await store.put(key, taken.bytes);
  return inTransaction(db, async (tx) => {
    const { file: seen, actor, ...opened } = await openFile(tx, given, file.id);
    assertMayChange(opened, actor, now);
    const { kind, width, height, bytes } = taken;
    const name = shownFileName(file.name, kind);
    const patch = {
      state: "ready",
      kind,
      name,
      width,
      height,
      bytes: bytes.length,
      received: bytes.length,
      key,
    } as const;
    const saved = seen.state === "ready" ? undefined : await updateFile(tx, seen, patch);
    if (!saved) throw new ConflictError("file.added");
    await deleteFileParts(tx, file.id);
    const subject = subjectOf(opened);
    if (subject) await audit(tx, actor, "file.added", subject, { file: file.id, kind });
    log.info({ kind, bytes: bytes.length }, "A file was added to a report");
    return saved;
  });
}
