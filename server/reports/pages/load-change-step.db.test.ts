import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { makeCampaigner } from "@/db/factories";
import { services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import { type CampaignerActor, VISITOR } from "@/domain/actor";
import { formOfChange } from "@/domain/reports/change-form";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import { makeWorld } from "@/server/records/testing-world";
import { SENT } from "@/server/reports/changes/testing-change";
import { submitReport } from "@/server/reports/moves/submit-report";
import { loadChangeReview, loadEntriesLike, loadWaitingChanges } from "./load-change-step";

const db = testDb();

async function person(): Promise<CampaignerActor> {
  return { kind: "campaigner", id: (await makeCampaigner(db)).id, role: "campaigner" };
}

const takenOver = (serviceId: string, providerName: string): ChangeProposal => ({
  ...SENT,
  kind: "change",
  change: "new-provider",
  serviceId,
  providerName,
  providerKind: "",
  on: "",
});
const formOf = (proposal: ChangeProposal) => ({ ...formOfChange(proposal), licence: "accepted" });

describe("other reports about an entry that wait", () => {
  test("are told by the question, with whether they say the same, and to their author as theirs", async () => {
    const { ids } = await makeWorld(db);
    const [author, other] = [await person(), await person()];
    const said = takenOver(ids.service, "Gazelle Care");
    const { reportId } = await submitReport(db, author, { form: formOf(said) });
    const closed: ChangeProposal = {
      ...SENT,
      kind: "change",
      change: "ended",
      serviceId: ids.service,
      on: "",
    };
    await submitReport(db, author, { form: formOf(closed) });
    const asked = { about: { type: "service", id: ids.service }, question: "new-provider" } as const;
    const seenBy = async (actor: CampaignerActor, proposal: ChangeProposal | null) =>
      (await loadWaitingChanges(db, actor, { ...asked, proposal })).map(({ ownId, isSame }) => [
        ownId,
        isSame,
      ]);
    expect(await seenBy(other, null)).toEqual([[null, null]]);
    expect(await seenBy(other, takenOver(ids.service, "gazelle  care"))).toEqual([[null, true]]);
    expect(await seenBy(other, takenOver(ids.service, "Yak Care"))).toEqual([[null, false]]);
    expect(await seenBy(author, null)).toEqual([[reportId, null]]);
    expect(await loadWaitingChanges(db, VISITOR, { ...asked, proposal: null })).toEqual([]);
  });
});

describe("the last page of a report about an entry", () => {
  test("says what the public pages say and would say, and is none while an answer is missing", async () => {
    const { ids } = await makeWorld(db);
    const form = formOf(takenOver(ids.service, "Gazelle Care"));
    const review = await loadChangeReview(db, await person(), form);
    expect(review?.rows[0]).toMatchObject({
      field: "provider",
      before: { text: "Okapi Ltd" },
      after: { text: "Gazelle Care" },
    });
    expect(review?.agreedAt).toBeNull();
    expect(await loadChangeReview(db, await person(), { ...form, providerName: "" })).toBeNull();
    const unknown = await loadChangeReview(db, await person(), { ...form, naming: "not-named" });
    expect(unknown?.rows[0]?.after).toEqual({ is: "not-known", kind: "" });
  });
});

test("a service is offered its likely twins, itself not, and none where it is not shown by name", async () => {
  const { ids, slugs } = await makeWorld(db);
  const [own = "", twin = ""] = slugs.services;
  const form = { aboutType: "service", aboutId: ids.service, question: "same-as" };
  const [held] = await db.select().from(services).where(eq(services.id, ids.service));
  await db
    .update(services)
    .set({ placeId: held?.placeId, providerId: held?.providerId, category: held?.category })
    .where(eq(services.slug, twin));
  const found = (await loadEntriesLike(db, await person(), form)).map(({ slug }) => slug);
  expect(found).toContain(twin);
  expect(found).not.toContain(own);
  await db.update(services).set({ visibility: "area-only" }).where(eq(services.id, ids.service));
  expect(await loadEntriesLike(db, await person(), form)).toEqual([]);
});
