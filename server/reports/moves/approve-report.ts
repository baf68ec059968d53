import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { findProviderByName } from "@/db/queries/report-records";
import type { AnyActor } from "@/domain/actor";
import { ukToday } from "@/domain/dates/partial-date";
import { parseInput } from "@/domain/forms/parse-input";
import { type Effective, fieldDecisionsSchema, reasonSchema } from "@/domain/reports/field-decision";
import { findSecondPersonRules, type SecondPersonRule } from "@/domain/reports/second-person";
import { warmReference } from "@/server/look-up/warm-reference";
import { findAreaOnlyRule } from "@/server/records/area-only";
import { seenSchema } from "@/server/reports/moves/actor-input";
import { loadSecondPersonRules } from "@/server/reports/moves/moderation-settings";
import { applyMove, openMove } from "@/server/reports/moves/open-move";
import { recordDecision } from "@/server/reports/moves/record-decision";
import { loadEffective } from "@/server/reports/publishing/effective-report";
import { assertNoTwin } from "@/server/reports/publishing/likely-twins";
import { publishNewService } from "@/server/reports/publishing/publish-new-service";
import { refuseRevealing } from "@/server/reports/publishing/refuse-revealing";

const inputSchema = seenSchema.extend({
  reason: reasonSchema,
  fields: fieldDecisionsSchema.default([]),
  /** Likely twins the moderator has looked at and found to be other services. */
  notTheSameAs: z.array(z.uuid()).default([]),
});

export type Approval =
  | { state: "approved"; serviceId: string; version: number }
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
  const { reason, fields, notTheSameAs, ...seen } = parseInput(inputSchema, input);
  await warmReference(); // unpacking takes longer than a transaction may
  return inTransaction(db, async (tx) => {
    const opened = await openMove(tx, actor, seen, "approve", now, { lock: true });
    const { report, actor: moderator } = opened;
    const effective = await loadEffective(tx, report, fields, ukToday(now));
    const rules = await findRules(tx, effective);
    // Before the first of two decides as well: whoever comes second can only take it or give it back.
    await refuseRevealing(tx, effective);
    if (rules.length > 0) {
      await assertNoTwin(tx, effective, notTheSameAs);
      const sent = await applyMove(tx, moderator, report, "send-for-second", {
        patch: { firstDeciderId: moderator.id },
        action: "report.sent-for-second",
        payload: { reason, rules, notTheSameAs },
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
    const decidedOn = ukToday(now);
    const publication = { reportId: report.id, effective, notTheSameAs, decidedOn, reason };
    const serviceId = await publishNewService(tx, moderator, publication);
    const approved = await applyMove(tx, moderator, report, "approve", {
      patch: { publishedServiceId: serviceId, decidedAt: now },
      action: "report.approved",
      payload: { reason, revision: report.revision, serviceId },
    });
    const isWhole = fields.every(({ verdict }) => verdict === "accept");
    const verdict = isWhole ? "approve" : "approve-in-part";
    await recordDecision(tx, report, { moderatorId: moderator.id, verdict, reason, fields });
    return { state: "approved", serviceId, version: approved.version };
  });
}

async function findRules(db: Db, { proposal, sent, providerId }: Effective): Promise<SecondPersonRule[]> {
  const known = providerId !== null || (await findProviderByName(db, proposal.providerName)) !== undefined;
  const isAreaOnly = await findAreaOnlyRule(db);
  return findSecondPersonRules(
    { proposal, sent, providerIsKnown: known, isAreaOnly },
    await loadSecondPersonRules(db),
  );
}
