import type { Db } from "@/db/client";
import type { AnyActor } from "@/domain/actor";
import { parseReportForm, type ReportFormValues } from "@/domain/reports/new-service-form";
import type { NewServicePreview } from "@/domain/reports/preview";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { licenceAgreedAt } from "@/server/reports/moves/licence-agreed";
import { previewNewService } from "@/server/reports/pages/preview-new-service";

export type ReviewRead = {
  proposal: NewServiceProposal;
  /** What approval would make of it today. */
  preview: NewServicePreview;
  /** When its author agreed to the licence with an earlier report; null where they are still to be asked. */
  agreedAt: Date | null;
};

/** The last page of a report that is not sent yet; null where it is not complete. */
export async function loadReview(
  db: Db,
  actor: AnyActor,
  form: ReportFormValues,
): Promise<ReviewRead | null> {
  const parsed = parseReportForm(form);
  if (!parsed.ok) return null;
  const { proposal } = parsed;
  const [preview, agreedAt] = await Promise.all([
    previewNewService(db, proposal),
    licenceAgreedAt(db, actor),
  ]);
  return { proposal, preview, agreedAt };
}
