import type { Db } from "@/db/client";
import type { CampaignerActor } from "@/domain/actor";
import { DATA_FORMATS } from "@/domain/imports/batch";
import { IMPORTED_REGISTERS } from "@/server/imports/read-register";
import { stageExtract } from "@/server/imports/stage-extract";
import type { Progress } from "@/server/imports/stage-import";
import { stagePayments } from "@/server/imports/stage-payments";
import { type SentEdition, stageRegister } from "@/server/imports/stage-register";

/** What can be brought as its publisher offers it: registers of places, an extract of the waiting times, GP payments. */
export const IMPORTED_EDITIONS: readonly string[] = [...IMPORTED_REGISTERS, ...DATA_FORMATS];

/**
 * Previews a publisher's own file, whichever it is said to be.
 * @throws NotAllowedError; InvalidInputError by field, as `stageRegister`.
 */
export async function stageEdition(
  db: Db,
  actor: CampaignerActor,
  sent: SentEdition,
  file: { name: string; bytes: AsyncIterable<Uint8Array> },
  progress?: Progress,
): Promise<{ batchId: string; isAgain: boolean }> {
  if (sent.register === "waiting-times") return stageExtract(db, actor, sent, file, progress);
  if (sent.register === "gp-payments") return stagePayments(db, actor, sent, file, progress);
  return stageRegister(db, actor, sent, file, progress);
}
