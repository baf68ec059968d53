import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { findPublicServiceByRef } from "@/db/queries/report-records";
import type { AnyActor } from "@/domain/actor";
import { InvalidInputError } from "@/domain/errors";
import { parseInput } from "@/domain/forms/parse-input";
import { oneLine } from "@/domain/language/plain-text";
import { fieldDecisionsSchema, reasonSchema } from "@/domain/reports/field-decision";
import { seenSchema } from "@/server/reports/moves/actor-input";
import { applyMove, openMove } from "@/server/reports/moves/open-move";
import { recordDecision } from "@/server/reports/moves/record-decision";

const inputSchema = seenSchema.extend({
  reason: reasonSchema,
  fields: fieldDecisionsSchema.default([]),
  /** Id or slug of the published service that it is the same as. */
  sameAs: z.string().overwrite(oneLine).trim().min(1, "service-needed").max(200, "service-needed"),
});

/**
 * The holder finds that a report is about a service we have already. The author may appeal once.
 * @throws InvalidInputError when there is no such public service; NotFoundError; NotAllowedError; ConflictError.
 */
export async function markDuplicate(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof inputSchema>,
  now: Date = new Date(),
): Promise<{ version: number }> {
  const { reason, fields, sameAs, ...seen } = parseInput(inputSchema, input);
  return inTransaction(db, async (tx) => {
    const { report, actor: moderator } = await openMove(tx, actor, seen, "mark-duplicate", now);
    const service = await findPublicServiceByRef(tx, sameAs);
    if (!service) throw new InvalidInputError({ sameAs: "service-needed" });
    const marked = await applyMove(tx, moderator, report, "mark-duplicate", {
      patch: { duplicateOfServiceId: service.id, decidedAt: now },
      action: "report.marked-duplicate",
      payload: { reason, revision: report.revision, sameAs: service.id },
    });
    await recordDecision(tx, report, { moderatorId: moderator.id, verdict: "duplicate", reason, fields });
    return marked;
  });
}
