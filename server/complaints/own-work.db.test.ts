import { expect, test } from "vitest";
import { makeCampaigner } from "@/db/factories";
import { complaints } from "@/db/schema";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import { answerComplaint } from "@/server/complaints/answer-complaint";
import { loadComplaint } from "@/server/complaints/load-complaints";
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

test("alone, they answer their own", async () => {
  const { actor, service } = await approveAsModerator(db);
  await answerComplaint(db, actor, await complain("service", service.id));
});
