import type { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { deleteDraft } from "@/db/queries/reports-write";
import type { AnyActor } from "@/domain/actor";
import { parseInput } from "@/domain/forms/parse-input";
import { audit } from "@/server/audit";
import { assertCampaigner, seenSchema } from "@/server/reports/moves/actor-input";
import { conflictOver, openMove } from "@/server/reports/moves/open-move";

/**
 * The author throws a draft away; nothing of it is kept but that it was.
 * @throws NotFoundError; NotAllowedError; ConflictError.
 */
export async function discardReport(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof seenSchema>,
  now: Date = new Date(),
): Promise<void> {
  assertCampaigner(actor);
  const seen = parseInput(seenSchema, input);
  await inTransaction(db, async (tx) => {
    const { report } = await openMove(tx, actor, seen, "discard", now);
    if (!(await deleteDraft(tx, report))) throw await conflictOver(tx, report, actor);
    await audit(tx, actor, "report.discarded", { type: "report", id: report.id });
  });
}
