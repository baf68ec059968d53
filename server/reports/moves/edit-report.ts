import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { insertRevision } from "@/db/queries/reports-write";
import type { AnyActor } from "@/domain/actor";
import { ukToday } from "@/domain/dates/partial-date";
import { parseInput } from "@/domain/forms/parse-input";
import { aboutOf, pickChangeForm } from "@/domain/reports/change-form";
import { pickAnswers } from "@/domain/reports/field-answers";
import { pickReportForm } from "@/domain/reports/new-service-form";
import { actAsAccount } from "@/server/campaigners/act-as-account";
import { assertCampaigner, seenSchema } from "@/server/reports/moves/actor-input";
import { applyMove, openMove } from "@/server/reports/moves/open-move";
import { readSent, refuseOtherKind } from "@/server/reports/moves/send-revision";

const inputSchema = seenSchema.extend({ form: z.record(z.string(), z.unknown()) });

/**
 * The author changes a report. A draft, and one that waits for changes, is kept as it is, complete or not; one that was
 * sent gets a further revision beside the ones before, so it must be complete.
 * @throws InvalidInputError by form field; NotFoundError; NotAllowedError; ConflictError; TooManyRequestsError.
 */
export async function editReport(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof inputSchema>,
  now: Date = new Date(),
): Promise<{ version: number }> {
  assertCampaigner(actor);
  const { form, ...seen } = parseInput(inputSchema, input);
  return inTransaction(db, async (tx) => {
    await actAsAccount(tx, actor, "edit", now);
    const { report } = await openMove(tx, actor, seen, "edit", now);
    if (report.state !== "submitted") {
      const typed = aboutOf(form) ? pickChangeForm(form) : pickReportForm(form);
      const draft = { ...typed, ...pickAnswers(form) };
      const title = report.revision > 0 ? report.title : (draft.placeName ?? "").slice(0, 200);
      const patch = { draft, title };
      return applyMove(tx, actor, report, "edit", { patch, action: "report.edited" });
    }
    const { proposal, title } = await readSent(tx, form, ukToday(now));
    await refuseOtherKind(tx, report, proposal);
    const revision = report.revision + 1;
    const patch = { revision, title };
    const edited = await applyMove(tx, actor, report, "edit", {
      patch,
      action: "report.edited",
      payload: { revision },
    });
    await insertRevision(tx, { reportId: report.id, number: revision, proposal });
    return edited;
  });
}
