import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { services } from "@/db/schema";
import { testDb } from "@/db/testing";
import type { AnyActor } from "@/domain/actor";
import { type MapData, mapData } from "@/server/pages/map-data";
import { mapFileAnswer } from "@/server/pages/map-file-answer";
import { makeWorld, type World } from "@/server/records/testing-world";
import { withholdRecord } from "@/server/records/withhold-record";

const db = testDb();
const moderator: AnyActor = { kind: "campaigner", id: "m-1", role: "moderator" };
const reason = "The provider says that this is untrue";

let world: World;
beforeEach(async () => {
  world = await makeWorld(db);
});

const ask = (data: MapData, hash: string, part: string, q = "") =>
  mapFileAnswer(data, { hash, part, q }, () => "Run by a company; name not known");

it("has what a card says of each pin", async () => {
  const data = await mapData(db);
  const row = data.rows.findIndex(({ id }) => id === world.ids.service);
  const answer = ask(data, data.files.hash, `details-${Math.floor(row / 64)}`);
  const details = await answer.json();
  expect(details[row % 64]).toMatchObject({
    slug: world.slugs.services[0],
    name: "Lenses in the north",
    category: "eye-care",
    runBy: "Okapi Ltd",
    publisher: "Gnu Gazette",
    lastConfirmedOn: "2026-03-01",
    place: "Zebra Clinic",
    town: "Carlisle",
    approximate: false,
  });
});

it.each(["service", "place", "provider", "source"] as const)(
  "loses all that a withheld %s said at once, and the old address is gone",
  async (type) => {
    const before = await mapData(db);
    expect(ask(before, before.files.hash, "pins").status).toBe(200);
    await withholdRecord(db, moderator, { type, ref: world.refs[type], reason });
    const after = await mapData(db, before);
    expect(after.files.hash).not.toBe(before.files.hash);
    for (const part of ["pins", "facts", "details-0", "text"])
      expect(ask(after, before.files.hash, part).status).toBe(410);
    const all = JSON.stringify([after.rows, after.texts(), after.table.facts.words, after.files]);
    for (const word of world.words[type]) expect(all).not.toContain(word);
  },
);

it("sends what was published since as a small part beside its base", async () => {
  const id = world.ids.service;
  await db.update(services).set({ visibility: "area-only" }).where(eq(services.id, id));
  const before = await mapData(db);
  await db.update(services).set({ visibility: "published" }).where(eq(services.id, id));
  const after = await mapData(db, before);
  expect(after.files.base.hash).toBe(before.files.hash);
  expect(after.files.added?.rows.map((row) => row.id)).toEqual([id]);
  // What a reader kept is still in force; what is new stands under its own address.
  expect(ask(after, before.files.hash, "pins").status).toBe(200);
  const [card] = await ask(after, after.files.hash, "details-0").json();
  expect(card.slug).toBe(world.slugs.services[0]);
  expect(ask(after, after.files.hash, "added").status).toBe(200);
  // Withheld again: its part is gone at once, and the base never had it.
  await withholdRecord(db, moderator, { type: "service", ref: world.refs.service, reason });
  const withheld = await mapData(db, after);
  expect(withheld.files.hash).toBe(before.files.hash);
  for (const part of ["pins", "added", "details-0", "text"])
    expect(ask(withheld, after.files.hash, part).status).toBe(410);
  expect(JSON.stringify(withheld.files)).not.toContain(world.slugs.services[0]);
});

it("never holds a service that is shown by area only", async () => {
  await db.update(services).set({ visibility: "area-only" }).where(eq(services.id, world.ids.service));
  const data = await mapData(db);
  expect(data.rows.map(({ id }) => id)).not.toContain(world.ids.service);
  expect(data.texts().join()).not.toContain("lenses");
});

it("is in no cache for longer than thirty seconds", async () => {
  const data = await mapData(db);
  const answer = ask(data, data.files.hash, "pins");
  expect(answer.headers.get("cache-control")).toBe("public, max-age=30, s-maxage=30, must-revalidate");
});

it("finds rows by words, and says so where there is no such file", async () => {
  const data = await mapData(db);
  const rows = await ask(data, data.files.hash, "text", "lens").json();
  expect(rows.map((row: number) => data.rows[row]?.id)).toEqual([world.ids.service]);
  expect(ask(data, data.files.hash, "details-99").status).toBe(404);
  expect(ask(data, "x", "pins").status).toBe(404);
});
