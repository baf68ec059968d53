import { randomUUID } from "node:crypto";
import { type Db, inTransaction } from "@/db/client";
import { insertStoredKey, updateFile } from "@/db/queries/report-files";
import type { AnyActor } from "@/domain/actor";
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from "@/domain/errors";
import { type HiddenPart, hiddenPartSchema, MOST_HIDDEN_PARTS } from "@/domain/files/blurring";
import { canHideParts } from "@/domain/files/file-policy";
import { audit } from "@/server/audit";
import type { FileStore } from "@/server/file-store/file-store";
import { fileStore } from "@/server/file-store/open-store";
import { hideParts } from "@/server/files/hide-parts";
import { openFile, subjectOf } from "@/server/files/open-file";
import { factsOf } from "@/server/reports/moves/open-move";

/**
 * Blurs or covers parts of a picture for good: the one without takes the place of the one with, whose bytes go with the next round of the hourly job.
 * @throws InvalidInputError on `left`; NotFoundError; NotAllowedError; ConflictError when somebody changed it meanwhile; FileError.
 */
export async function blurFile(
  db: Db,
  given: AnyActor,
  { fileId, parts }: { fileId: unknown; parts: readonly unknown[] },
  store: FileStore = fileStore(),
  now: Date = new Date(),
): Promise<void> {
  const hidden = parts.slice(0, MOST_HIDDEN_PARTS).map(readPart);
  if (hidden.length === 0) throw new InvalidInputError({ left: "file-part" });
  const seen = await inTransaction(db, async (tx) => {
    const { file, report } = await openFile(tx, given, fileId);
    // Of what is not sent yet only its uploader gets here.
    if (report && !canHideParts(factsOf(report), given, now)) throw new NotAllowedError("wrong-state");
    return file;
  });
  const before = seen.kind === "photograph" && seen.key ? await store.get(seen.key) : undefined;
  if (!before) throw new NotFoundError("file");
  const made = await hideParts(before, hidden);
  const key = randomUUID();
  await insertStoredKey(db, key);
  await store.put(key, made.bytes);
  await inTransaction(db, async (tx) => {
    const { file, actor, ...opened } = await openFile(tx, given, seen.id);
    const patch = { key, bytes: made.bytes.length, received: made.bytes.length };
    if (file.key !== seen.key || !(await updateFile(tx, file, patch)))
      throw new ConflictError("file.blurred");
    const subject = subjectOf(opened);
    if (subject) await audit(tx, actor, "file.blurred", subject, { file: file.id, parts: hidden.length });
  });
}

function readPart(given: unknown): HiddenPart {
  const part = hiddenPartSchema.safeParse(given);
  if (!part.success) throw new InvalidInputError({ left: "file-part" });
  return part.data;
}
