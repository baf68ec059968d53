import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeCampaigner } from "@/db/factories";
import { findClaimsByRecord } from "@/db/queries/claims";
import { complaints, services } from "@/db/schema";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import { answerComplaint } from "@/server/complaints/answer-complaint";
import { loadBrakePreview } from "@/server/complaints/load-brake-preview";
import { loadComplaint } from "@/server/complaints/load-complaints";
import { markDisputed, settleDispute } from "@/server/complaints/mark-disputed";
import { importList, LIST } from "@/server/imports/testing";
import { restoreRecord } from "@/server/records/restore-record";
import { withholdRecord } from "@/server/records/withhold-record";
import { beginChanges, SENT } from "@/server/reports/changes/testing-change";
import { approveAsModerator } from "@/server/reports/testing-approval";

const db = testDb();
const ANSWER = "We have looked at it again, and it is right.";

async function complain(recordType: "service" | "place", recordId: string) {
  const [row] = await db
    .insert(complaints)
    .values({ recordType, recordId, kind: "closed", why: "It has moved away" })
    .returning({ id: complaints.id });
  return { complaintId: row?.id ?? "", version: "1", answer: ANSWER };
}
async function moderator(): Promise<CampaignerActor> {
  const { id } = await makeCampaigner(db, { role: "moderator" });
  return { kind: "campaigner", id, role: "moderator" };
}

test("whoever approved an entry answers no complaint about it, as long as somebody else could", async () => {
  const { actor, service } = await approveAsModerator(db);
  const asked = await complain("service", service.id);
  // They are the only moderator: the clock goes on, and they answer.
  expect(await loadComplaint(db, actor, asked.complaintId)).toMatchObject({ isOwnWork: false });
  const other = await moderator();
  expect(await loadComplaint(db, actor, asked.complaintId)).toMatchObject({ isOwnWork: true });
  await expect(answerComplaint(db, actor, asked)).rejects.toMatchObject({ reason: "own-work" });
  await answerComplaint(db, other, asked);
});

test("nor does who changed it without a report", async () => {
  const { world, actor, save } = await beginChanges(db);
  const other = await moderator();
  const { place: recordId } = world.ids;
  const asked = await complain("place", recordId);
  expect(await loadComplaint(db, actor, asked.complaintId)).toMatchObject({ isOwnWork: false });
  const change = { field: "name", proposed: "Zebra House" } as const;
  await save({ ...SENT, kind: "correction", recordType: "place", recordId, ...change });
  await expect(answerComplaint(db, actor, asked)).rejects.toMatchObject({ reason: "own-work" });
  await answerComplaint(db, other, asked);
});

test("nor do they take the mark of a dispute away again", async () => {
  const { actor, service } = await approveAsModerator(db);
  const other = await moderator();
  const entry = { type: "service", ref: service.id };
  await markDisputed(db, actor, { ...entry, field: "", says: "The provider says that this is untrue." });
  const settled = { ...entry, reason: "The provider has taken it back" };
  await expect(settleDispute(db, actor, settled)).rejects.toMatchObject({ reason: "own-work" });
  await settleDispute(db, other, settled);
});

test("nor do they show it again when a colleague has taken it off the site", async () => {
  const { actor, service } = await approveAsModerator(db);
  const [colleague, other] = [await moderator(), await moderator()];
  const asked = { type: "service", ref: service.id, reason: "It was checked and is right" };
  const refused = { reason: "own-work-off" };
  await withholdRecord(db, colleague, asked);
  await expect(restoreRecord(db, actor, asked)).rejects.toMatchObject(refused);
  expect(await loadBrakePreview(db, actor, "restore", asked)).toEqual({ refused: "own-work-off" });
  await restoreRecord(db, other, asked);
  // What they have taken off themselves they overrule nobody about.
  await withholdRecord(db, actor, asked);
  await restoreRecord(db, actor, asked);
  const claims = await findClaimsByRecord(db, "service", [service.id]);
  const source = { ...asked, type: "source", ref: claims.get(service.id)?.[0]?.sourceId };
  await withholdRecord(db, colleague, source);
  await expect(restoreRecord(db, actor, source)).rejects.toMatchObject(refused);
  await restoreRecord(db, colleague, source);
});

test("under complaint they may ask for it: a second person who has no part in it decides", async () => {
  const { actor, service } = await approveAsModerator(db);
  const colleague = await moderator();
  const asked = { type: "service", ref: service.id, reason: "It was checked and is right" };
  await withholdRecord(db, colleague, asked);
  await complain("service", service.id);
  expect(await loadBrakePreview(db, actor, "restore", asked)).toMatchObject({ need: "two" });
  expect(await restoreRecord(db, actor, asked)).toMatchObject({ need: "two" });
});

test("nor do who brought and who approved the list that an entry came with", async () => {
  const { admin, moderator: approver } = await importList(db, LIST);
  const other = await moderator();
  const [service] = await db.select().from(services).where(eq(services.category, "eye-care"));
  const asked = await complain("service", service?.id ?? "");
  for (const actor of [admin, approver])
    await expect(answerComplaint(db, actor, asked)).rejects.toMatchObject({ reason: "own-work" });
  await answerComplaint(db, other, asked);
});

test("alone, they answer their own", async () => {
  const { actor, service } = await approveAsModerator(db);
  await answerComplaint(db, actor, await complain("service", service.id));
});
