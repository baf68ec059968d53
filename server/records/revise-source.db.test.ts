import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { makeCampaigner } from "@/db/factories";
import { findClaimsByRecord } from "@/db/queries/claims";
import { auditEntries, auditPayloads, services, sources } from "@/db/schema";
import { testDb } from "@/db/testing";
import type { AnyActor, CampaignerActor } from "@/domain/actor";
import { loadRecordHistory } from "@/server/pages/load-record-history";
import { loadRecord } from "@/server/records/load-record";
import { reviseSource } from "@/server/records/revise-source";
import { everythingPublic } from "@/server/records/testing-readers";
import { makeWorld, type World } from "@/server/records/testing-world";

const db = testDb();
const moderator: CampaignerActor = {
  kind: "campaigner",
  id: "0b8f4b4e-8d1c-4a1e-9a51-0d3c3f3f76bb",
  role: "moderator",
};
const reason = "Its title names a person";
const WORDS = {
  title: "The eland story",
  publisher: "Gnu Gazette",
  url: "https://gnu.example/story",
  publishedOn: "2026-03-01",
  quotes: {} as Record<string, string>,
};

let world: World;
beforeEach(async () => {
  await makeCampaigner(db, { id: moderator.id, role: "moderator" });
  world = await makeWorld(db);
});

const revise = (words: Partial<typeof WORDS>, actor: AnyActor = moderator, why = reason) =>
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

test("a date is changed or dropped, and a quotation wherever it stands; the facts stay, and it can be put back", async () => {
  const quotes = async () =>
    (await loadRecord(db, moderator, "source", world.ids.source)).cited?.quotes ?? [];
  const [quote] = await quotes();
  expect(quote).toMatchObject({ said: "A gnu said so.", says: "A gnu said so." });
  const id = quote?.claimId ?? "";
  const facts = async () =>
    (await findClaimsByRecord(db, "provider", [world.ids.provider])).get(world.ids.provider);
  const before = await facts();
  const given = { title: "The gnu story", publishedOn: "", quotes: { [id]: "" } };
  await revise(given);
  const shown = await everythingPublic(db, world);
  expect(shown).not.toContain("A gnu said so.");
  expect(shown).toContain("Quotation left out by a moderator.");
  expect((await sourceRow())?.publishedOn).toBeNull();
  expect((await facts())?.map(({ field, value, confirmedOn }) => [field, value, confirmedOn])).toEqual(
    before?.map(({ field, value, confirmedOn }) => [field, value, confirmedOn]),
  );
  await expect(revise(given)).rejects.toMatchObject({ what: "says-so-already" });
  expect(await quotes()).toMatchObject([
    { said: "A gnu said so.", says: "Quotation left out by a moderator." },
  ]);
  await revise({ title: "The gnu story", publishedOn: "March 2026", quotes: { [id]: "A gnu said so." } });
  expect(await everythingPublic(db, world)).toContain("A gnu said so.");
  expect((await sourceRow())?.publishedOn).toBe("2026-03");
  const [entry] = await db
    .select({ payload: auditPayloads.payload })
    .from(auditEntries)
    .innerJoin(auditPayloads, eq(auditPayloads.number, auditEntries.number))
    .where(eq(auditEntries.subjectId, world.ids.source));
  expect(entry?.payload).toEqual({ reason, fields: ["publishedOn", "quotation"] });
});

test("a date that is none is refused, and a quotation of another source is left alone", async () => {
  await expect(revise({ publishedOn: "soon" })).rejects.toMatchObject({ code: "invalid" });
  const other = (await findClaimsByRecord(db, "provider", [world.ids.provider])).get(world.ids.provider)?.[0];
  await revise({ quotes: { [crypto.randomUUID()]: "Nothing", nonsense: "Nothing" } });
  expect(
    (await findClaimsByRecord(db, "provider", [world.ids.provider])).get(world.ids.provider)?.[0]?.says,
  ).toBe(other?.says);
});
