import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { makeArea, makeCampaigner } from "@/db/factories";
import { findReport } from "@/db/queries/reports";
import { listLines } from "@/db/queries/service-lines";
import { services } from "@/db/schema/services";
import { batches } from "@/db/schema/sources";
import type { CampaignerActor } from "@/domain/actor";
import type { ChangeProposal, Correction, DirectChange } from "@/domain/reports/change-proposals";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import type { LineKind } from "@/domain/reports/service-lines";
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

/** A contract that is missing from a service, as its form gives it. */
export const CONTRACT = {
  contractType: "apms",
  noticeReference: "2024/S 000-001234",
  covers: "Lenses for the north",
  contractStartsOn: "2024-04-01",
  contractEndsOn: "2026-03-31",
  valuePounds: "1250000",
} as const;

/** That a fact of an entry, or of a line of a service, is wrong, and what is right. */
export function correctionOf(
  recordType: Correction["recordType"],
  recordId: string,
  field: Correction["field"],
  proposed: Correction["proposed"],
  lineId?: string,
): Correction {
  const line = lineId === undefined ? {} : { lineId };
  return { ...SENT, kind: "correction", recordType, recordId, field, proposed, ...line };
}

/** The id of a line of a service as its page has it; "" where there is none. */
export async function lineOf(db: Db, serviceId: string, kind: LineKind): Promise<string> {
  return (await listLines(db, serviceId)).find((line) => line.kind === kind)?.id ?? "";
}

/** Two areas that a service may serve, by id. */
export async function makeBoards(db: Db) {
  const north = await makeArea(db, { kind: "icb", code: "E54000990", nameEn: "Northern board" });
  const south = await makeArea(db, { kind: "icb", code: "E54000991", nameEn: "Southern board" });
  return { north: north.id, south: south.id };
}

export async function beginChanges(db: Db) {
  const world = await makeWorld(db);
  const [, slug = ""] = world.slugs.services;
  const [row] = await db.select().from(services).where(eq(services.slug, slug));
  /** Of the service beside the one of `world.ids`. */
  const other = { service: row?.id ?? "", provider: row?.providerId ?? "", place: row?.placeId ?? "" };
  const [author, actor] = [await makeActor(db), await makeActor(db, "moderator")];
  const save = (proposal: ChangeProposal, decidedOn = "2026-11-29") =>
    saveChange(db, actor, { proposal, reportId: null, decidedOn, reason: SAID_TO_AUTHOR });
  let documents = 0;
  /** The same by a document of its own each time. */
  const saveCiting = (proposal: DirectChange) => {
    documents += 1;
    const sources = [{ ...CITED, title: `Page ${documents}`, url: `${CITED.url}/${documents}` }];
    const cited = "sources" in proposal ? { ...proposal, sources } : proposal;
    const decided = { reportId: null, decidedOn: "2026-11-29", reason: SAID_TO_AUTHOR };
    return saveChange(db, actor, { proposal: cited, ...decided });
  };
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
  return { world, other, author, actor, save, saveCiting, undo, serviceRow, send, publish };
}
