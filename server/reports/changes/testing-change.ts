import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { makeCampaigner } from "@/db/factories";
import { findReport } from "@/db/queries/reports";
import { services } from "@/db/schema/services";
import { batches } from "@/db/schema/sources";
import type { CampaignerActor } from "@/domain/actor";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import { makeWorld } from "@/server/records/testing-world";
import { saveChange } from "@/server/reports/changes/save-change";
import { undoChange } from "@/server/reports/changes/undo-change";
import { approveReport } from "@/server/reports/moves/approve-report";
import { holdReport } from "@/server/reports/moves/hold-report";
import { submitReport } from "@/server/reports/moves/submit-report";
import { NOW, REASON } from "@/server/reports/testing-approval";

/** For tests of changes of entries: a small world, somebody who changes it, and what they say. */
export const CITED = {
  kind: "regulator" as const,
  title: "A page of the regulator",
  publisher: "The regulator",
  url: "https://regulator.example/page",
  publishedOn: "2026-10-05",
  says: "A zebra was seen there.",
};
/** What every proposal carries beside what it is about. */
export const SENT = { v: 1 as const, sources: [CITED], note: "" };
/** The source and the licence of a form. */
export const CITED_IN_FORM: ReportFormValues = {
  "sources.0.kind": "news",
  "sources.0.title": "Surgery taken over",
  "sources.0.publisher": "The Cumbrian",
  "sources.0.url": "https://cumbrian.example/taken-over",
  "sources.0.publishedOn": "2026-10",
  "sources.0.says": "It has another owner.",
  licence: "accepted",
};
export const SAID_TO_AUTHOR = "Dr Xqsmith at the surgery told me on the phone.";

async function makeActor(db: Db, role: CampaignerActor["role"] = "campaigner"): Promise<CampaignerActor> {
  return { kind: "campaigner", id: (await makeCampaigner(db, { role })).id, role };
}

export async function beginChanges(db: Db) {
  const world = await makeWorld(db);
  const [author, actor] = [await makeActor(db), await makeActor(db, "moderator")];
  const save = (proposal: ChangeProposal, decidedOn = "2026-11-29") =>
    saveChange(db, actor, { proposal, reportId: null, decidedOn, reason: SAID_TO_AUTHOR });
  const undo = async ({ batchId }: { batchId: string }) => {
    const [{ version } = { version: 0 }] = await db.select().from(batches).where(eq(batches.id, batchId));
    return undoChange(db, actor, { batchId, version, reason: "It was another clinic." });
  };
  const serviceRow = async (id: string) => (await db.select().from(services).where(eq(services.id, id)))[0];
  const send = (form: ReportFormValues) => submitReport(db, author, { form }, NOW);
  /** Sends a report, and a moderator approves it. */
  const publish = async (form: ReportFormValues) => {
    const sent = await send(form);
    const held = await holdReport(db, actor, sent, NOW);
    const seen = { reportId: sent.reportId, version: held.version, reason: REASON };
    const approved = await approveReport(db, actor, seen, NOW);
    if (approved.state !== "approved") throw new Error("awaits a second");
    const { batchId } = (await findReport(db, sent.reportId)) ?? {};
    return { serviceId: approved.serviceId ?? "", batchId: batchId ?? "" };
  };
  return { world, author, actor, save, undo, serviceRow, send, publish };
}
