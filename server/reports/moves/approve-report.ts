import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import type { AnyActor } from "@/domain/actor";
import { parseInput } from "@/domain/forms/parse-input";
import { type FieldDecision, fieldDecisionsSchema, reasonSchema } from "@/domain/reports/field-decision";
import type { SecondPersonRule } from "@/domain/reports/second-person";
import { warmReference } from "@/server/look-up/warm-reference";
import { seenSchema } from "@/server/reports/moves/actor-input";
import { applyMove, openMove } from "@/server/reports/moves/open-move";
import { findRulesOf, publishReport } from "@/server/reports/moves/publish-report";
import { recordDecision } from "@/server/reports/moves/record-decision";
import { loadProposal } from "@/server/reports/publishing/effective-report";

const inputSchema = seenSchema.extend({
  reason: reasonSchema,
  fields: fieldDecisionsSchema.default([]),
  /** Likely twins the moderator has looked at and found to be other services. */
  notTheSameAs: z.array(z.uuid()).default([]),
  /** Decided with others at once (server/queue/decide-in-bulk.ts). */
  isOneOfSeveral: z.boolean().default(false),
});

export type Approval =
  /** `serviceId` is null for a change of a place or a provider. */
  | { state: "approved"; serviceId: string | null; version: number }
  | { state: "awaiting-second"; rules: SecondPersonRule[]; version: number };

/**
 * The holder approves a report, wholly or some of its fields, with edits or without. Where a rule asks for two people it
 * goes to a second moderator and nothing is published yet; else everything is published in this transaction.
 * @throws InvalidInputError by field; NotFoundError; NotAllowedError; ConflictError.
 */
export async function approveReport(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof inputSchema>,
  now: Date = new Date(),
): Promise<Approval> {
  const { reason, fields, notTheSameAs, isOneOfSeveral, ...seen } = parseInput(inputSchema, input);
  await warmReference(); // unpacking takes longer than a transaction may
  return inTransaction(db, async (tx) => {
    const opened = await openMove(tx, actor, seen, "approve", now, { lock: true });
    const { report, actor: moderator } = opened;
    const decided = { fields, notTheSameAs, reason, now, isOneOfSeveral };
    const proposed = { report, proposal: await loadProposal(tx, report) };
    const rules = await findRulesOf(tx, moderator, proposed, decided);
    if (rules.length > 0) {
      const sent = await applyMove(tx, moderator, report, "send-for-second", {
        patch: { firstDeciderId: moderator.id },
        action: "report.sent-for-second",
        payload: { reason, rules, notTheSameAs, ...changedParts(fields) },
      });
      await recordDecision(tx, report, {
        moderatorId: moderator.id,
        verdict: "send-for-second",
        reason,
        fields,
        notTheSameAs,
      });
      return { state: "awaiting-second", rules, version: sent.version };
    }
    const { serviceId, batchId } = await publishReport(tx, moderator, proposed, decided);
    const approved = await applyMove(tx, moderator, report, "approve", {
      patch: { publishedServiceId: serviceId, batchId, decidedAt: now },
      action: "report.approved",
      payload: { reason, revision: report.revision, serviceId, ...changedParts(fields) },
    });
    const isWhole = fields.every(({ verdict }) => verdict === "accept");
    const verdict = isWhole ? "approve" : "approve-in-part";
    await recordDecision(tx, report, { moderatorId: moderator.id, verdict, reason, fields });
    return { state: "approved", serviceId, version: approved.version };
  });
}

/** Which parts the moderator changed or left out, for the audit; what they wrote instead stands with the decision. */
function changedParts(fields: readonly FieldDecision[]): { changed?: string[] } {
  const changed = fields.filter(({ verdict }) => verdict !== "accept").map(({ field }) => field);
  return changed.length > 0 ? { changed } : {};
}
