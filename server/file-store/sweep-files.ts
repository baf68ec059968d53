import type { Db } from "@/db/client";
import { deleteOrphanedFiles, deleteStoredKey, findUnusedKeys } from "@/db/queries/report-files";
import type { FileStore } from "@/server/file-store/file-store";
import { fileStore } from "@/server/file-store/open-store";

/** A key is older than this before its file is: nobody takes so long to store one. */
const STORING_MS = 30 * 60_000;
const AT_ONCE = 500;

/**
 * Removes what was begun and not finished since then, every file whose report is gone or was emptied, and the bytes that no file names any
 * more, wherever a server was when it stopped.
 */
export async function sweepFiles(
  db: Db,
  { unfinishedSince, now }: { unfinishedSince: Date; now: Date },
  store: () => FileStore = fileStore,
): Promise<void> {
  await deleteOrphanedFiles(db, unfinishedSince);
  const keys = await findUnusedKeys(db, new Date(now.getTime() - STORING_MS), AT_ONCE);
  if (keys.length === 0) return;
  const opened = store();
  for (const key of keys) {
    await opened.remove(key);
    await deleteStoredKey(db, key);
  }
}
