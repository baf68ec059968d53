import type { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { findRecordChange } from "@/db/queries/record-changes";
import type { ReportRow } from "@/db/queries/reports";
import type { Actor, AnyActor } from "@/domain/actor";
import { ConflictError } from "@/domain/errors";
import { parseInput } from "@/domain/forms/parse-input";
import { reasonSchema } from "@/domain/reports/field-decision";
import { undoChange } from "@/server/reports/changes/undo-change";
import { seenSchema } from "@/server/reports/moves/actor-input";
import { applyMove, openMove } from "@/server/reports/moves/open-move";
import { recordDecision } from "@/server/reports/moves/record-decision";

const inputSchema = seenSchema.extend({ reason: reasonSchema });

/**
 * A decision that should not have been made is taken back: what was published does not count any more, and the report waits again. Its
 * author is told why. What was approved alone has no batch that could be taken back, and stands.
 * @throws InvalidInputError; NotFoundError; NotAllowedError; ConflictError, also where others have built on what was published ("built-on").
 */
export async function takeBackDecision(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof inputSchema>,
  now: Date = new Date(),
): Promise<{ version: number }> {
  const { reason, ...seen } = parseInput(inputSchema, input);
  return inTransaction(db, async (tx) => {
    const { report, actor: moderator } = await openMove(tx, actor, seen, "take-back", now, { lock: true });
    await withdrawPublished(tx, moderator, report, { reason, now });
    const again = await applyMove(tx, moderator, report, "take-back", {
      patch: { draft: null, decidedAt: null, publishedServiceId: null, batchId: null, firstDeciderId: null },
      action: "report.taken-back",
      payload: { reason, revision: report.revision },
    });
    await recordDecision(tx, report, { moderatorId: moderator.id, verdict: "take-back", reason });
    return again;
  });
}

async function withdrawPublished(
  db: Db,
  actor: Actor,
  { batchId, publishedServiceId }: ReportRow,
  { reason, now }: { reason: string; now: Date },
): Promise<void> {
  if (batchId === null && publishedServiceId !== null) throw new ConflictError("built-on");
  const change = batchId === null ? undefined : await findRecordChange(db, batchId);
  if (!change || batchId === null) return;
  // Nobody's account is needed to take a change back but a moderator's, and the move has asked for one.
  const { kept } = await undoChange(
    db,
    actor,
    { batchId, version: change.version, reason, tellsAuthor: false },
    now,
  );
  if (kept.some(({ recordId }) => recordId === change.subjectId)) throw new ConflictError("built-on");
}
