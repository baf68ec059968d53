import type { Db } from "@/db/client";
import { makeCampaigner, makeProposal, makeReport } from "@/db/factories";
import { services } from "@/db/schema/services";
import type { CampaignerActor } from "@/domain/actor";
import type { FieldDecision } from "@/domain/reports/field-decision";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { approveReport } from "@/server/reports/moves/approve-report";

/** For tests of approvals: a moderator, a report that they hold, and the way to a published service. */
export const NOW = new Date("2026-11-21T12:00:00Z");
export const REASON = "The waiting-times file lists it.";

export async function moderator(db: Db): Promise<CampaignerActor> {
  const { id } = await makeCampaigner(db, { role: "moderator" });
  return { kind: "campaigner", id, role: "moderator" };
}

/** A report that `actor` holds. */
export async function held(db: Db, actor: CampaignerActor, proposal: Partial<NewServiceProposal> = {}) {
  const heldUntil = new Date(NOW.getTime() + 60_000);
  const report = await makeReport(
    db,
    { state: "in-review", heldBy: actor.id, holdExpiresAt: heldUntil },
    makeProposal({ postcode: "CA2 7HY", ...proposal }),
  );
  return { reportId: report.id, version: report.version };
}

export async function approveAsModerator(
  db: Db,
  proposal: Partial<NewServiceProposal> = {},
  fields: FieldDecision[] = [],
) {
  const actor = await moderator(db);
  const seen = await held(db, actor, proposal);
  const approval = await approveReport(db, actor, { ...seen, reason: REASON, fields }, NOW);
  if (approval.state !== "approved") throw new Error(`awaits a second: ${approval.rules}`);
  const service = (await db.select().from(services)).find(({ id }) => id === approval.serviceId);
  if (!service) throw new Error("nothing was published");
  return { actor, service, reportId: seen.reportId };
}

export const change = (field: FieldDecision["field"], changedTo: Record<string, unknown>): FieldDecision => ({
  field,
  verdict: "change",
  comment: "",
  changedTo,
});
