import type { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { findLastDecision } from "@/db/queries/decisions";
import type { AnyActor } from "@/domain/actor";
import { NotFoundError } from "@/domain/errors";
import { parseInput } from "@/domain/forms/parse-input";
import { reasonSchema } from "@/domain/reports/field-decision";
import { warmReference } from "@/server/look-up/warm-reference";
import { seenSchema } from "@/server/reports/moves/actor-input";
import { applyMove, openMove } from "@/server/reports/moves/open-move";
import { publishReport } from "@/server/reports/moves/publish-report";
import { readFirstDecision, recordDecision } from "@/server/reports/moves/record-decision";
import { loadProposal } from "@/server/reports/publishing/effective-report";

const inputSchema = seenSchema.extend({ reason: reasonSchema });

/**
 * A second moderator confirms what the first approved: exactly that is published now, with the first one's changes.
 * @throws InvalidInputError; NotFoundError; NotAllowedError ("second-person" for the first decider); ConflictError.
 */
export async function confirmReport(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof inputSchema>,
  now: Date = new Date(),
): Promise<{ serviceId: string | null; version: number }> {
  const { reason, ...seen } = parseInput(inputSchema, input);
  await warmReference(); // unpacking takes longer than a transaction may
  return inTransaction(db, async (tx) => {
    const { report, actor: second } = await openMove(tx, actor, seen, "confirm", now, { lock: true });
    const first = await findLastDecision(tx, report.id, ["send-for-second"]);
    if (!first) throw new NotFoundError("first decision");
    const { fields, notTheSameAs } = readFirstDecision(first);
    const decided = { fields, notTheSameAs, reason, now };
    const proposed = { report, proposal: await loadProposal(tx, report) };
    const { serviceId, batchId } = await publishReport(tx, second, proposed, decided);
    const confirmed = await applyMove(tx, second, report, "confirm", {
      patch: { publishedServiceId: serviceId, batchId, decidedAt: now },
      action: "report.confirmed",
      payload: { reason, revision: report.revision, serviceId },
    });
    await recordDecision(tx, report, { moderatorId: second.id, verdict: "confirm", reason });
    return { serviceId, version: confirmed.version };
  });
}
