import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { findPublicServiceByRef } from "@/db/queries/report-records";
import { passJoinedOn } from "@/db/queries/report-twins";
import type { ReportRow } from "@/db/queries/reports";
import type { Actor, AnyActor } from "@/domain/actor";
import { ukToday } from "@/domain/dates/partial-date";
import { InvalidInputError, NotAllowedError } from "@/domain/errors";
import { parseInput } from "@/domain/forms/parse-input";
import { oneLine } from "@/domain/language/plain-text";
import { fieldDecisionsSchema, reasonSchema } from "@/domain/reports/field-decision";
import { addSources, doSourcesConfirm, refuseForSecond } from "@/server/reports/changes/add-sources";
import { seenSchema } from "@/server/reports/moves/actor-input";
import { applyMove, openMove } from "@/server/reports/moves/open-move";
import { recordDecision } from "@/server/reports/moves/record-decision";
import { loadProposal } from "@/server/reports/publishing/effective-report";

const inputSchema = seenSchema.extend({
  reason: reasonSchema,
  fields: fieldDecisionsSchema.default([]),
  /** Id or slug of the published service that it is the same as. */
  sameAs: z.string().overwrite(oneLine).trim().min(1, "service-needed").max(200, "service-needed"),
  /** Whether its sources are cited for that entry too. */
  withSources: z.boolean().default(false),
});

/**
 * The holder finds that a report is about a service we have already. The author may appeal once.
 * @throws InvalidInputError when there is no such public service; NotAllowedError, also where the sources do not confirm it; NotFoundError;
 * ConflictError.
 */
export async function markDuplicate(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof inputSchema>,
  now: Date = new Date(),
): Promise<{ version: number }> {
  const { reason, fields, sameAs, withSources, ...seen } = parseInput(inputSchema, input);
  return inTransaction(db, async (tx) => {
    const { report, actor: moderator } = await openMove(tx, actor, seen, "mark-duplicate", now, {
      lock: true,
    });
    const service = await findPublicServiceByRef(tx, sameAs);
    if (!service) throw new InvalidInputError({ sameAs: "service-needed" });
    if (withSources)
      await confirmBy(tx, moderator, report, { serviceId: service.id, decidedOn: ukToday(now) });
    const marked = await applyMove(tx, moderator, report, "mark-duplicate", {
      patch: { duplicateOfServiceId: service.id, decidedAt: now },
      action: "report.marked-duplicate",
      payload: { reason, revision: report.revision, sameAs: service.id },
    });
    // What was joined to it is the same as that entry too.
    await passJoinedOn(tx, report.id, { duplicateOfReportId: null, duplicateOfServiceId: service.id });
    await recordDecision(tx, report, { moderatorId: moderator.id, verdict: "duplicate", reason, fields });
    return marked;
  });
}

/** @throws NotAllowedError ("other-runner", "needs-second"). */
async function confirmBy(
  db: Db,
  actor: Actor,
  report: ReportRow,
  { serviceId, decidedOn }: { serviceId: string; decidedOn: string },
): Promise<void> {
  const proposal = await loadProposal(db, report);
  if (proposal.kind !== "new-service") throw new NotAllowedError("other-runner");
  await refuseForSecond(db, proposal);
  const added = { serviceId, reportId: report.id, proposal, decidedOn };
  if (!(await doSourcesConfirm(db, added))) throw new NotAllowedError("other-runner");
  await addSources(db, actor, added);
}
