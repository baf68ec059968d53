import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { makePlace } from "@/db/factories";
import { services } from "@/db/schema";
import { testDb } from "@/db/testing";
import { NIGHT_COLOURS } from "@/domain/map/night-picture";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { drawAround } from "@/server/pages/draw-around";
import { drawProvider } from "@/server/pages/draw-provider";
import { findCentre } from "@/server/pages/find-centre";
import { findPinsOfProvider } from "@/server/pages/find-pins-of-provider";
import { makeWorld, type World } from "@/server/records/testing-world";
import { withholdRecord } from "@/server/records/withhold-record";

const db = testDb();
const moderator = { kind: "campaigner", id: "m-1", role: "moderator" } as const;
const reason = "The provider says that this is untrue";

let world: World;
beforeEach(async () => {
  world = await makeWorld(db);
});

const centreOf = (service = world.slugs.services[0] ?? "") => findCentre({ service }, db);
const dots = (svg: string) => svg.match(/<circle [^>]*r="5"\/>/g)?.length ?? 0;

it("draws land, names, the services around and the point itself, and no name that is not escaped", async () => {
  const found = await centreOf();
  if (!found) throw new Error("The world's service has no position.");
  const { text, etag } = await drawAround(found.centre, "<b>Map</b>", db);
  expect(text).toContain("<title>&#60;b&#62;Map");
  expect(text).toContain(">Carlisle</text>");
  expect(text).toContain(">1 mile</text>");
  expect(text).toMatch(/<path d="M[^"]+z" fill="#f8f4ea"/);
  const alone = dots(text);
  const near = await makePlace(db, {}, { address: { lon: found.centre.lon + 0.01, lat: found.centre.lat } });
  await db
    .update(services)
    .set({ placeId: near.id })
    .where(eq(services.slug, world.slugs.services[1] ?? ""));
  const after = await drawAround(found.centre, "<b>Map</b>", db);
  expect(dots(after.text)).toBe(alone + 1);
  expect(after.etag).not.toBe(etag);
  // Every colour that is drawn has another by night.
  const drawn = [...text.matchAll(/(?:fill|stroke)="(#[0-9a-f]{6})"/g)].map(([, colour = ""]) => colour);
  expect(drawn.filter((colour) => !(colour in NIGHT_COLOURS))).toEqual([]);
});

it.each(["service", "place"] as const)("has no picture of a %s that is withheld", async (type) => {
  expect(await centreOf()).toBeDefined();
  await withholdRecord(db, moderator, { type, ref: world.refs[type], reason });
  expect(await centreOf()).toBeUndefined();
});

it("has none of what is shown by area only, nor of what is nowhere, and says where only a town is known", async () => {
  await db.update(services).set({ visibility: "area-only" }).where(eq(services.id, world.ids.service));
  expect(await centreOf()).toBeUndefined();
  expect(await centreOf("nothing")).toBeUndefined();
  expect(await findCentre({ place: "nowhere" }, db)).toBeUndefined();
  const town = await makePlace(db, {}, { address: { precision: "town" } });
  expect((await findCentre({ place: town.slug ?? "" }, db))?.centre.isApproximate).toBe(true);
});

it("draws where an organisation's services are, on land and with names, and nothing of one that is withheld", async () => {
  const slug = world.slugs.providers[0] ?? "";
  const pins = await findPinsOfProvider(slug, DEFAULT_DEFINITION, db);
  expect(pins.length).toBeGreaterThan(0);
  const { text } = drawProvider(pins, "<b>Map</b>") ?? { text: "" };
  expect(text).toContain("<title>&#60;b&#62;Map");
  expect(text).toContain(">Carlisle</text>");
  expect(text).toMatch(/<path d="M[^"]+z" fill="#f8f4ea"/);
  expect(dots(text)).toBe(new Set(pins.map(({ lon, lat }) => `${lon} ${lat}`)).size);
  const drawn = [...text.matchAll(/(?:fill|stroke)="(#[0-9a-f]{6})"/g)].map(([, colour = ""]) => colour);
  expect(drawn.filter((colour) => !(colour in NIGHT_COLOURS))).toEqual([]);

  await withholdRecord(db, moderator, { type: "provider", ref: world.refs.provider, reason });
  expect(await findPinsOfProvider(slug, DEFAULT_DEFINITION, db)).toEqual([]);
  expect(drawProvider([], "nobody")).toBeNull();
});
