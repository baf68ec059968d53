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
import type { Proposal } from "@/domain/reports/proposal";
import { addSources, doSourcesConfirm, refuseForSecond } from "@/server/reports/changes/add-sources";
import { citeForSame, citeJoinedChanges } from "@/server/reports/changes/same-as-change";
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
    const proposal = await loadProposal(tx, report);
    const isOfEntry = proposal.kind !== "new-service" && withSources;
    const service = await findPublicServiceByRef(tx, sameAs);
    // The entry of a report about a place or an organisation is no service, and has no place in the row.
    const entryId = service?.id ?? (isOfEntry ? sameAs : undefined);
    if (entryId === undefined) throw new InvalidInputError({ sameAs: "service-needed" });
    if (withSources)
      await confirmBy(tx, moderator, { report, proposal }, { entryId, decidedOn: ukToday(now) });
    const duplicateOfServiceId = service?.id ?? null;
    const marked = await applyMove(tx, moderator, report, "mark-duplicate", {
      patch: { duplicateOfServiceId, decidedAt: now },
      action: "report.marked-duplicate",
      payload: { reason, revision: report.revision, sameAs: entryId },
    });
    // What was joined to it is the same as that entry too.
    if (isOfEntry)
      await citeJoinedChanges(tx, moderator, {
        reportId: report.id,
        serviceId: duplicateOfServiceId,
        decidedOn: ukToday(now),
      });
    await passJoinedOn(tx, report.id, { duplicateOfReportId: null, duplicateOfServiceId });
    await recordDecision(tx, report, { moderatorId: moderator.id, verdict: "duplicate", reason, fields });
    return marked;
  });
}

/** @throws NotAllowedError ("other-runner", "needs-second"; of a report about an entry "not-said", "needs-second-change"). */
async function confirmBy(
  db: Db,
  actor: Actor,
  { report, proposal }: { report: ReportRow; proposal: Proposal },
  { entryId, decidedOn }: { entryId: string; decidedOn: string },
): Promise<void> {
  const reportId = report.id;
  if (proposal.kind !== "new-service")
    return citeForSame(db, actor, { reportId, proposal, entryId, decidedOn });
  await refuseForSecond(db, proposal);
  const added = { serviceId: entryId, reportId, proposal, decidedOn };
  if (!(await doSourcesConfirm(db, added))) throw new NotAllowedError("other-runner");
  await addSources(db, actor, added);
}
