import type { Db } from "@/db/client";
import type { CampaignerActor } from "@/domain/actor";
import { findFormat } from "@/server/imports/engine/find-format";
import type { Progress, SentFile } from "@/server/imports/engine/import-format";
import { stageFile } from "@/server/imports/engine/stage-file";

/** An edition as somebody brings it. */
export type SentEdition = {
  /** What it is an edition of, as the formats call it. */
  register: string;
  /** Its own date: a day, a month or a year. */
  edition: string;
  /** Why it is right although it looks older than what we have, or cut; empty where nobody asked. */
  because?: string;
};

/**
 * Previews a publisher's own file, whichever it is said to be.
 * @throws NotAllowedError; InvalidInputError by field ("register", "published", "because"; `file` with the key of a
 * refusal, its line and a detail, such as "register-layout", 3, "20 columns, not 27").
 * @param id of the import, for whoever has to ask how far it has come.
 */
export function stageEdition(
  db: Db,
  actor: CampaignerActor,
  { register, ...given }: SentEdition,
  file: SentFile,
  progress?: Progress,
  id?: string,
): Promise<{ batchId: string; isAgain: boolean }> {
  const name = findFormat(register)?.isEdition ? register : "";
  return stageFile(db, actor, { name, given, list: file }, progress, id);
}
