import { type Db, inTransaction } from "@/db/client";
import { insertFilePart, updateFile } from "@/db/queries/report-files";
import type { AnyActor } from "@/domain/actor";
import { NotFoundError } from "@/domain/errors";
import { FILE_LIMITS } from "@/domain/files/report-file";
import { FileError } from "@/server/files/file-fault";
import { openFile } from "@/server/files/open-file";

/**
 * Keeps the next part of a file. One that came before (its answer was lost) changes nothing; one that leaves a gap is refused, and the sender
 * learns where to go on.
 * @returns how many bytes are there now, and whether that is all.
 * @throws NotFoundError; FileError.
 */
export async function receivePart(
  db: Db,
  given: AnyActor,
  { fileId, start, bytes }: { fileId: unknown; start: number; bytes: Buffer },
): Promise<{ received: number; isWhole: boolean }> {
  return inTransaction(db, async (tx) => {
    const { file, actor } = await openFile(tx, given, fileId);
    if (file.uploaderId !== actor.id) throw new NotFoundError("file");
    const { received, bytes: size } = file;
    if (file.state === "ready") return { received: size, isWhole: true };
    const end = start + bytes.length;
    if (start < received && end <= received) return { received, isWhole: received === size };
    if (start !== received || bytes.length === 0 || bytes.length > FILE_LIMITS.part || end > size)
      throw new FileError("file-out-of-step");
    await insertFilePart(tx, { fileId: file.id, start, bytes });
    await updateFile(tx, file, { received: end });
    return { received: end, isWhole: end === size };
  });
}
