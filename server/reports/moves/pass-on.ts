import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { findAreaLimits } from "@/db/queries/moderator-areas";
import { findDeciderIds } from "@/db/queries/reports";
import type { AnyActor } from "@/domain/actor";
import { decidesIn } from "@/domain/campaigners/area-limits";
import { InvalidInputError } from "@/domain/errors";
import { parseInput } from "@/domain/forms/parse-input";
import { handOverSchema } from "@/domain/forms/reason";
import { distinctHandles } from "@/domain/reports/moderator-handle";
import { seenSchema } from "@/server/reports/moves/actor-input";
import { holdUntil } from "@/server/reports/moves/moderation-settings";
import { applyMove, openMove } from "@/server/reports/moves/open-move";

const inputSchema = seenSchema.extend({
  /** The handle of another moderator. */
  to: z.string("moderator-needed").max(20, "moderator-needed"),
  note: handOverSchema,
});

/**
 * The holder hands a report to another moderator, who gets a hold of full length.
 * @throws InvalidInputError when the other may not decide it; NotFoundError; NotAllowedError; ConflictError.
 */
export async function passOn(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof inputSchema>,
  now: Date = new Date(),
): Promise<{ version: number }> {
  const { to: handle, note, ...seen } = parseInput(inputSchema, input);
  return inTransaction(db, async (tx) => {
    const { report, actor: moderator } = await openMove(tx, actor, seen, "pass-on", now);
    const barred = [moderator.id, report.authorId, report.appealedFrom];
    const to = distinctHandles(await findDeciderIds(tx)).get(handle);
    const limits = await findAreaLimits(tx);
    if (to === undefined || barred.includes(to) || !decidesIn(limits, to, report.areaIds))
      throw new InvalidInputError({ to: "moderator-needed" });
    return applyMove(tx, moderator, report, "pass-on", {
      patch: { heldBy: to, holdExpiresAt: await holdUntil(tx, now) },
      action: "report.passed-on",
      payload: { handedTo: to, note },
    });
  });
}
