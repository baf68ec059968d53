import type { Db } from "@/db/client";
import type { CampaignerActor } from "@/domain/actor";
import type { Progress, SentImport } from "@/server/imports/engine/import-format";
import { stageFile } from "@/server/imports/engine/stage-file";

/** A file as it arrives, or a table that was pasted. */
export type SentList = SentImport["list"];

/**
 * Previews a campaign's own list: what each row would do.
 * @throws NotAllowedError ("not-admin"); InvalidInputError by field, `file` or `pasted` as `stageFile` says.
 * @param id of the import, for whoever has to ask how far it has come.
 */
export function stageImport(
  db: Db,
  actor: CampaignerActor,
  given: unknown,
  list: SentList,
  progress?: Progress,
  id?: string,
): Promise<{ batchId: string; isAgain: boolean }> {
  return stageFile(db, actor, { name: "campaign-list", given, list }, progress, id);
}
