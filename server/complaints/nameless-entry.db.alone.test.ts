import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { complaints, mailOutbox, places, services } from "@/db/schema";
import { testDb } from "@/db/testing";
import { type CampaignerActor, VISITOR } from "@/domain/actor";
import { answerComplaint } from "@/server/complaints/answer-complaint";
import { findPublicRecord } from "@/server/complaints/find-public-record";
import { loadComplaint } from "@/server/complaints/load-complaints";
import { sendComplaint } from "@/server/complaints/send-complaint";
import { makeWorld, type World } from "@/server/records/testing-world";
import { withholdRecord } from "@/server/records/withhold-record";

vi.mock("@/server/senders/check-work", () => ({ isWorkDone: async () => true }));

// An entry that lists show without its place has no page: a complaint about it comes by its id, and tells nobody where it is.
const db = testDb();
const moderator: CampaignerActor = {
  kind: "campaigner",
  role: "moderator",
  id: "0b8f4b4e-8d1c-4a1e-9a51-0d3c3f3f76bb",
};
const SLUG = "lenses-in-the-north";
const TELLING = /lenses|zebra|carlisle|newtown|ca2/i;

let world: World;
beforeEach(async () => {
  world = await makeWorld(db);
});

const send = (slug: string) =>
  sendComplaint(db, {
    recordType: "service",
    slug,
    kind: "unsafe",
    why: "It could put a person in danger",
    email: "lawyer@example.org",
    website: "",
    work: "",
    link: "",
    actor: VISITOR,
    locale: "en",
    from: "192.0.2.1",
  });

describe.each([
  [
    "shown by area only",
    () => db.update(services).set({ visibility: "area-only" }).where(eq(services.id, world.ids.service)),
  ],
  [
    "at a place shown by area only",
    () => db.update(places).set({ visibility: "area-only" }).where(eq(places.id, world.ids.place)),
  ],
  [
    "whose name would say which hidden provider runs it",
    async () => {
      await db
        .update(services)
        .set({ name: "Lenses of Okapi Ltd" })
        .where(eq(services.id, world.ids.service));
      await withholdRecord(db, moderator, {
        type: "provider",
        ref: "okapi-ltd",
        reason: "While we look at it",
      });
    },
  ],
])("an entry %s", (_, hide) => {
  beforeEach(async () => {
    await hide();
  });

  it("can be complained about by its id, and the receipt and the answer tell neither name nor place", async () => {
    await send(world.ids.service);
    const [{ id = "" } = {}] = await db.select().from(complaints);
    expect(await loadComplaint(db, moderator, id)).toMatchObject({ isNameless: true });
    const answer = "We looked at it: it is as it should be.";
    await answerComplaint(db, moderator, { complaintId: id, version: "1", answer });
    const mails = await db.select().from(mailOutbox);
    expect(mails.map(({ purpose }) => purpose).sort()).toEqual(["complaint.answer", "complaint.receipt"]);
    for (const { subject, text } of mails) {
      expect(`${subject} ${text}`).toContain("Eye care, place not shown");
      expect(`${subject} ${text}`).not.toMatch(TELLING);
      expect(`${subject} ${text}`).not.toContain("Okapi");
    }
  });

  it("is without a name for who answers also once it was taken off the site", async () => {
    await send(world.ids.service);
    const [{ id = "" } = {}] = await db.select().from(complaints);
    await withholdRecord(db, moderator, { type: "service", ref: SLUG, reason: "While we look at it" });
    expect(await loadComplaint(db, moderator, id)).toMatchObject({ isNameless: true });
  });

  it("tells what its complaint page is made of no name, and is not found by the slug that would tell it", async () => {
    const told = await findPublicRecord(db, "service", world.ids.service);
    expect(told).toEqual({ id: world.ids.service, slug: null, name: null, category: "eye-care" });
    await expect(send(SLUG)).rejects.toMatchObject({ code: "not-found" });
  });
});

it("an entry with a page keeps its name for who answers, also once it was taken off the site", async () => {
  await send(SLUG);
  const [{ id = "" } = {}] = await db.select().from(complaints);
  expect(await loadComplaint(db, moderator, id)).toMatchObject({ isNameless: false });
  await withholdRecord(db, moderator, { type: "service", ref: SLUG, reason: "While we look at it" });
  expect(await loadComplaint(db, moderator, id)).toMatchObject({ isNameless: false });
});

it("an entry with a page is found by its id too; one that is withheld, by neither", async () => {
  expect(await findPublicRecord(db, "service", world.ids.service)).toMatchObject({ slug: SLUG });
  await withholdRecord(db, moderator, { type: "service", ref: SLUG, reason: "While we look at it" });
  await expect(send(world.ids.service)).rejects.toMatchObject({ code: "not-found" });
  await expect(send(SLUG)).rejects.toMatchObject({ code: "not-found" });
});
