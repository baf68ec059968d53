import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { services, sources } from "@/db/schema";
import { testDb } from "@/db/testing";
import type { AnyActor } from "@/domain/actor";
import { loadRecordHistory } from "@/server/pages/load-record-history";
import { reviseSource } from "@/server/records/revise-source";
import { everythingPublic } from "@/server/records/testing-readers";
import { makeWorld, type World } from "@/server/records/testing-world";

const db = testDb();
const moderator: AnyActor = { kind: "campaigner", id: "m-1", role: "moderator" };
const reason = "Its title names a person";
const WORDS = { title: "The eland story", publisher: "Gnu Gazette", url: "https://gnu.example/story" };

let world: World;
beforeEach(async () => {
  world = await makeWorld(db);
});

const revise = (words: Partial<typeof WORDS>, actor = moderator, why = reason) =>
  reviseSource(db, actor, { type: "source", ref: world.ids.source, reason: why, ...WORDS, ...words });
const sourceRow = async () => (await db.select().from(sources).where(eq(sources.id, world.ids.source)))[0];

test("it is cited otherwise wherever it is, and the histories of what it speaks of say so", async () => {
  expect(await everythingPublic(db, world)).toContain("The gnu story");
  await revise({});
  const after = await everythingPublic(db, world);
  expect(after).toContain("The eland story");
  expect(after).not.toContain("The gnu story");
  expect(after).not.toContain(reason);
  const history = await loadRecordHistory("service", world.refs.service, db);
  expect(history?.events[0]).toMatchObject({ reason: "How a source is cited was corrected", rows: [] });
});

test("what is emptied is dropped", async () => {
  await revise({ title: " ", publisher: "", url: "" });
  expect(await sourceRow()).toMatchObject({
    title: "Title left out by a moderator",
    publisher: "Publisher left out by a moderator",
    url: null,
  });
});

test("not by others, not without a reason, not for nothing", async () => {
  const campaigner: AnyActor = { kind: "campaigner", id: "c-1", role: "campaigner" };
  await expect(revise({}, campaigner)).rejects.toMatchObject({ reason: "not-moderator" });
  await expect(revise({}, moderator, "no")).rejects.toMatchObject({ fields: { reason: "reason-needed" } });
  await expect(revise({ url: "ftp://gnu" })).rejects.toMatchObject({ fields: { url: "web-address" } });
  await expect(revise({ title: "The gnu story" })).rejects.toMatchObject({ what: "says-so-already" });
});

test("where it speaks of care that is shown by area only, it may not tell where that is", async () => {
  await db.update(services).set({ visibility: "area-only" }).where(eq(services.id, world.ids.service));
  await expect(revise({ title: "The clinic at 22 Kings Road" })).rejects.toMatchObject({
    fields: { title: { code: "reveals-place" } },
  });
  await revise({});
});
