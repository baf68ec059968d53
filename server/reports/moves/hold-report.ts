import type { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import type { AnyActor } from "@/domain/actor";
import { parseInput } from "@/domain/forms/parse-input";
import { warmReference } from "@/server/look-up/warm-reference";
import { seenSchema } from "@/server/reports/moves/actor-input";
import { holdUntil } from "@/server/reports/moves/moderation-settings";
import { applyMove, openMove } from "@/server/reports/moves/open-move";
import { loadProposal } from "@/server/reports/publishing/effective-report";
import { findWhyQueued } from "@/server/reports/publishing/why-queued";

/**
 * A moderator takes a report that waits, so that no two decide at once. The hold runs out by itself. The audit keeps the rules for which
 * it stood in the queue: once it is decided, its provider is known and its account has sent more (docs/decisions/0105).
 * @throws NotFoundError; NotAllowedError; ConflictError.
 */
export async function holdReport(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof seenSchema>,
  now: Date = new Date(),
): Promise<{ version: number }> {
  const seen = parseInput(seenSchema, input);
  await warmReference(); // unpacking takes longer than a transaction may
  return inTransaction(db, async (tx) => {
    const { report, actor: moderator } = await openMove(tx, actor, seen, "hold", now);
    const holdExpiresAt = await holdUntil(tx, now);
    const proposal = await loadProposal(tx, report);
    const [found] = await findWhyQueued(tx, [{ ...report, proposal }], now);
    return applyMove(tx, moderator, report, "hold", {
      patch: { heldBy: moderator.id, holdExpiresAt },
      action: "report.held",
      payload: { why: found?.why.map(({ rule }) => rule) ?? [] },
    });
  });
}
