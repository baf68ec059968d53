import type { Db } from "@/db/client";
import type { CampaignerActor } from "@/domain/actor";
import { DATA_FORMATS } from "@/domain/imports/batch";
import { stageExtract } from "@/server/imports/extracts/stage-extract";
import type { Progress } from "@/server/imports/lists/stage-import";
import { stagePayments } from "@/server/imports/payments/stage-payments";
import { IMPORTED_REGISTERS } from "@/server/imports/registers/read-register";
import { type SentEdition, stageRegister } from "@/server/imports/registers/stage-register";

/** What can be brought as its publisher offers it: registers of places, an extract of the waiting times, GP payments. */
export const IMPORTED_EDITIONS: readonly string[] = [...IMPORTED_REGISTERS, ...DATA_FORMATS];

/**
 * Previews a publisher's own file, whichever it is said to be.
 * @throws NotAllowedError; InvalidInputError by field, as `stageRegister`.
 * @param id of the import, for whoever has to ask how far it has come.
 */
export async function stageEdition(
  db: Db,
  actor: CampaignerActor,
  sent: SentEdition,
  file: { name: string; bytes: AsyncIterable<Uint8Array> },
  progress?: Progress,
  id?: string,
): Promise<{ batchId: string; isAgain: boolean }> {
  if (sent.register === "waiting-times") return stageExtract(db, actor, sent, file, progress, id);
  if (sent.register === "gp-payments") return stagePayments(db, actor, sent, file, progress, id);
  return stageRegister(db, actor, sent, file, progress, id);
}
