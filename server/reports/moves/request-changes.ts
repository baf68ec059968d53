import type { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import type { AnyActor } from "@/domain/actor";
import { parseInput } from "@/domain/forms/parse-input";
import { formOfChange } from "@/domain/reports/change-form";
import { fieldDecisionsSchema, reasonSchema } from "@/domain/reports/field-decision";
import { formOf } from "@/domain/reports/new-service-form";
import { seenSchema } from "@/server/reports/moves/actor-input";
import { applyMove, openMove } from "@/server/reports/moves/open-move";
import { recordDecision } from "@/server/reports/moves/record-decision";
import { loadProposal } from "@/server/reports/publishing/effective-report";

const inputSchema = seenSchema.extend({ reason: reasonSchema, fields: fieldDecisionsSchema.default([]) });

/**
 * The holder asks the author for changes, field by field. The author finds the report as they sent it, ready to edit.
 * @throws InvalidInputError; NotFoundError; NotAllowedError; ConflictError.
 */
export async function requestChanges(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof inputSchema>,
  now: Date = new Date(),
): Promise<{ version: number }> {
  const { reason, fields, ...seen } = parseInput(inputSchema, input);
  return inTransaction(db, async (tx) => {
    const { report, actor: moderator } = await openMove(tx, actor, seen, "request-changes", now);
    const proposal = await loadProposal(tx, report);
    const draft = proposal.kind === "new-service" ? formOf(proposal) : formOfChange(proposal);
    const asked = await applyMove(tx, moderator, report, "request-changes", {
      patch: { draft, decidedAt: now },
      action: "report.changes-requested",
      payload: { reason, revision: report.revision },
    });
    await recordDecision(tx, report, {
      moderatorId: moderator.id,
      verdict: "request-changes",
      reason,
      fields,
    });
    return asked;
  });
}
