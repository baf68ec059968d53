import type { Db } from "@/db/client";
import type { CampaignerActor } from "@/domain/actor";
import type { SeenImport } from "@/server/imports/engine/find-import";
import { findMovable } from "@/server/imports/engine/find-movable";
import type { Progress } from "@/server/imports/engine/import-format";
import { refuseImport } from "@/server/imports/engine/refuse-import";
import { stageFile } from "@/server/imports/engine/stage-file";
import type { SentList } from "@/server/imports/lists/stage-import";

/**
 * Reads a list again, from another sheet or under another line of headings, as a new import with the same source; the one that was
 * read before is taken back. The file has to be sent again: none is kept, because a list can tell a place that nobody may keep.
 * @param because why the other is taken back, as it stands on its page.
 * @throws as `stageFile`, and as every move of an import.
 */
export async function startAgain(
  db: Db,
  actor: CampaignerActor,
  { layout, because, ...seen }: SeenImport & { layout: unknown; because: string },
  list: SentList,
  progress?: Progress,
  id?: string,
): Promise<{ batchId: string; isAgain: boolean }> {
  const { format, title, source, isComplete } = await findMovable(db, actor, "map", seen);
  const given = { title, source, isComplete, layout };
  const staged = await stageFile(db, actor, { name: format, given, list }, progress, id);
  if (staged.batchId !== seen.batchId) await refuseImport(db, actor, { ...seen, reason: because });
  return staged;
}
