import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { passJoinedOn } from "@/db/queries/report-twins";
import { lockReport } from "@/db/queries/reports";
import type { AnyActor } from "@/domain/actor";
import { ConflictError, NotAllowedError } from "@/domain/errors";
import { parseInput } from "@/domain/forms/parse-input";
import { isOneOf } from "@/domain/lists/is-one-of";
import { fieldDecisionsSchema, reasonSchema } from "@/domain/reports/field-decision";
import type { Proposal } from "@/domain/reports/proposal";
import { WAITING_STATES } from "@/domain/reports/report-state";
import { isSameChange } from "@/domain/reports/same-change";
import { SECOND_PERSON_RULES } from "@/domain/reports/second-person";
import { refuseForSecond } from "@/server/reports/changes/add-sources";
import { findRulesOfChange } from "@/server/reports/changes/second-person-of-change";
import { seenSchema } from "@/server/reports/moves/actor-input";
import { applyMove, openMove } from "@/server/reports/moves/open-move";
import { recordDecision } from "@/server/reports/moves/record-decision";
import { loadProposal } from "@/server/reports/publishing/effective-report";

const inputSchema = seenSchema.extend({
  reason: reasonSchema,
  fields: fieldDecisionsSchema.default([]),
  /** The report that goes on waiting. */
  other: z.uuid(),
});

/**
 * The holder finds that a report is about the same service as another that waits. Its sources go with that one, and are cited when that
 * one is approved; where it is not, this one waits again (`reopenJoined`). The author may appeal once.
 * @throws ConflictError, also when the other does not wait any more ("report-not-waiting"); NotAllowedError, also where a second person would be
 * asked ("needs-second"); NotFoundError.
 */
export async function joinReport(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof inputSchema>,
  now: Date = new Date(),
): Promise<{ version: number }> {
  const { reason, fields, other: otherId, ...seen } = parseInput(inputSchema, input);
  return inTransaction(db, async (tx) => {
    // In one order: two that join the same pair the other way round wait for each other.
    for (const id of [seen.reportId, otherId].sort()) await lockReport(tx, id);
    const { report, actor: moderator } = await openMove(tx, actor, seen, "mark-duplicate", now);
    const other = await lockReport(tx, otherId);
    const isWaiting = other && isOneOf(WAITING_STATES, other.state) && other.setAsideAt === null;
    if (!isWaiting || other.id === report.id) throw new ConflictError("report-not-waiting");
    const proposal = await loadProposal(tx, report);
    if (!maySayTheSame(proposal, await loadProposal(tx, other)))
      throw new ConflictError("report-not-waiting");
    await refuseForTwo(tx, proposal);
    const joined = await applyMove(tx, moderator, report, "mark-duplicate", {
      patch: { duplicateOfReportId: other.id, decidedAt: now },
      action: "report.marked-duplicate",
      payload: { reason, revision: report.revision, sameAsReport: other.id },
    });
    await passJoinedOn(tx, report.id, { duplicateOfReportId: other.id, duplicateOfServiceId: null });
    await recordDecision(tx, report, { moderatorId: moderator.id, verdict: "duplicate", reason, fields });
    return joined;
  });
}

/** A new service is compared by people; of an entry both have to say the same. */
function maySayTheSame(one: Proposal, other: Proposal): boolean {
  if (one.kind === "new-service" || other.kind === "new-service") return one.kind === other.kind;
  return isSameChange(one, other);
}

/** @throws NotAllowedError where a second person would be asked: the sources would go with the other report unseen by one. */
async function refuseForTwo(db: Db, proposal: Proposal): Promise<void> {
  if (proposal.kind === "new-service") return refuseForSecond(db, proposal);
  if ((await findRulesOfChange(db, { proposal }, SECOND_PERSON_RULES)).length > 0)
    throw new NotAllowedError("needs-second-change");
}
