import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { makeArea, makePlace, makeProvider, makeService } from "@/db/factories";
import { insertBatch } from "@/db/queries/batches";
import { findRecordNames } from "@/db/queries/claims-read";
import { listNearbyServices } from "@/db/queries/nearby";
import { listPlacesToAnswer } from "@/db/queries/place-answers";
import { findPlace } from "@/db/queries/places";
import { findPublicEntry } from "@/db/queries/public-entry";
import { listPublicNames } from "@/db/queries/public-names";
import { findNewSlug } from "@/db/queries/redirects";
import { listPlacesOfCodes } from "@/db/queries/register-places";
import {
  findPlacesLike,
  findPublicPlace,
  findPublicPlaceBySlug,
  isPlaceHeldBack,
} from "@/db/queries/report-records";
import {
  findServiceRow,
  listServices,
  listServicesAtPlace,
  listServicesInArea,
  listServicesOfProviders,
} from "@/db/queries/services";
import { listPublicPaths } from "@/db/queries/sitemap";
import { providers } from "@/db/schema/places";
import { slugHistory } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import { VISIBILITIES } from "@/domain/services/service";

const db = testDb();
const HERE = { lon: -2.9578, lat: 54.8965 };
let areaId: string;

beforeEach(async () => {
  areaId = (await makeArea(db, { kind: "constituency" })).id;
});

/** A service and its place that bear the name of who runs it, as those of the waiting times do. */
async function makeWorld(
  provider: Parameters<typeof makeProvider>[1],
  { service = "Eye care at Zebra Vision Carlisle", place = "Zebra Vision Carlisle" } = {},
) {
  const runner = await makeProvider(db, { name: "Zebra Vision Ltd", slug: "zv", ...provider });
  const at = await makePlace(
    db,
    { name: place, slug: slugged(place) },
    { areaIds: [areaId], address: { ...HERE, precision: "site" }, odsCode: "ZV1" },
  );
  const run = await makeService(db, {
    name: service,
    slug: slugged(service),
    placeId: at.id,
    providerId: runner.id,
  });
  await db.insert(slugHistory).values([
    { recordType: "place", slug: "once-a-clinic", recordId: at.id },
    { recordType: "service", slug: "once-eye-care", recordId: run.id },
  ]);
  return { runner, at, run };
}
const slugged = (name: string) => name.toLowerCase().replaceAll(" ", "-");

async function toldOf({ runner, at, run }: Awaited<ReturnType<typeof makeWorld>>): Promise<string> {
  return JSON.stringify([
    await listServices(db),
    await listServicesInArea(db, areaId),
    await listServicesAtPlace(db, at.id),
    await listServicesOfProviders(db, [runner.id]),
    (await findServiceRow(db, run.slug)) ?? null,
    (await findPlace(db, at.slug)) ?? null,
    await listPublicNames(db),
    await listPublicPaths(db),
    await listNearbyServices(db, HERE, { within: 1000, limit: 10 }),
    (await findPublicEntry(db, "service", run.slug)) ?? null,
    (await findPublicEntry(db, "place", at.slug)) ?? null,
    (await findPublicPlace(db, at.id)) ?? null,
    (await findPublicPlaceBySlug(db, at.slug)) ?? null,
    await findPlacesLike(db, { name: at.name, postcode: "" }),
    await listPlacesToAnswer(db, [at.slug]),
    await listPlacesOfCodes(db, ["ZV1"]),
    (await findNewSlug(db, "place", "once-a-clinic")) ?? null,
    (await findNewSlug(db, "service", "once-eye-care")) ?? null,
    [...(await findRecordNames(db, [runner.id, at.id, run.id]))],
  ]);
}

describe.each(VISIBILITIES)("a service and place named after a provider that is %s", (visibility) => {
  const isNamed = visibility === "published" || visibility === "disputed";

  it("tell its name only when it may be named", async () => {
    const world = await makeWorld({ visibility });
    const told = await toldOf(world);
    if (isNamed) expect(told).toMatch(/Zebra Vision Carlisle/);
    else expect(told).not.toMatch(/zebra.?vision/i);
    // It is counted all the same.
    expect((await listServicesInArea(db, areaId)).map(({ id }) => id)).toEqual([world.run.id]);
  });
});

it.each([
  [
    "without its legal form, in other letters",
    "ZEBRA  VISION LIMITED",
    "Eye care at zebra-vision (Carlisle)",
  ],
  ["that people call it by", "Spire Healthcare", "Planned surgery at Spire Carlisle"],
  ["before its brackets", "ACES (Anglia Community Eye Service)", "Eye care at ACES Carlisle"],
  ["with another apostrophe", "Zebra’s Vision", "Eye care at Zebra's Vision"],
])("finds the name %s", async (_, name, service) => {
  const { run } = await makeWorld({ name, visibility: "withheld" }, { service, place: "The Clinic" });
  const [row] = await listServicesInArea(db, areaId);
  expect(row).toMatchObject({ id: run.id, name: null, slug: null, place: { name: "The Clinic" } });
});

it.each([
  ["another's name", "Zebra Vision Ltd", "Eye care at Zebu Vision"],
  ["a part of a word", "Car Ltd", "Eye care in Carlisle"],
  ["only the common word of its name", "Care UK", "Eye care in Carlisle"],
  ["no name at all", "", "Eye care at The Clinic"],
])("keeps a name that holds %s", async (_, name, service) => {
  await makeWorld({ name, visibility: "withheld" }, { service, place: "The Clinic" });
  expect(await listServicesInArea(db, areaId)).toMatchObject([{ name: service }]);
});

it("keeps the names of what a merged provider ran, whose successor may be named", async () => {
  const target = await makeProvider(db, { name: "Yak Ltd" });
  await makeWorld({ visibility: "merged", mergedInto: target.id });
  expect(await listServicesInArea(db, areaId)).toMatchObject([{ name: "Eye care at Zebra Vision Carlisle" }]);
});

it("hides the name of a successor that is withheld, too", async () => {
  const target = await makeProvider(db, { name: "Zebra Vision", visibility: "withheld" });
  const world = await makeWorld({ name: "Yak Ltd", visibility: "merged", mergedInto: target.id });
  expect(await toldOf(world)).not.toMatch(/zebra.?vision/i);
});

it("hides what is left of the name at a place that has it, whoever runs care there now", async () => {
  const world = await makeWorld({ visibility: "withheld" });
  const heir = await makeProvider(db, { name: "Optegra Ltd", slug: "optegra" });
  const after = await makeService(db, {
    name: "Eye care at Zebra Vision Carlisle",
    slug: "eye-care-at-zebra-vision-carlisle-2",
    placeId: world.at.id,
    providerId: heir.id,
  });
  // Whose own words do not say it: nothing at such a place is called by a name, for its page would say where it is.
  const other = await makeService(db, {
    name: "Scans in Carlisle",
    placeId: world.at.id,
    providerId: heir.id,
  });
  expect(await toldOf({ ...world, run: after, runner: heir })).not.toMatch(/zebra.?vision/i);
  expect(await toldOf({ ...world, run: other })).not.toMatch(/Scans in Carlisle/);
  // Both are counted all the same, under who runs them.
  const listed = await listServicesOfProviders(db, [heir.id]);
  expect(new Set(listed.map(({ id }) => id))).toEqual(new Set([after.id, other.id]));
  expect(listed).toMatchObject([
    { name: null, slug: null },
    { name: null, slug: null },
  ]);
});

it("follows a merged place, and leaves services elsewhere their names", async () => {
  const world = await makeWorld({ visibility: "withheld" });
  const twin = await makePlace(db, { name: "Twin", visibility: "merged", mergedInto: world.at.id });
  const atTwin = await makeService(db, { name: "Scans at Zebra Vision", slug: "scans-zv", placeId: twin.id });
  const elsewhere = await makeService(db, { name: "Scans elsewhere" });
  expect(await toldOf({ ...world, run: atTwin })).not.toMatch(/zebra.?vision/i);
  expect(await findServiceRow(db, elsewhere.slug)).toMatchObject({ name: "Scans elsewhere" });
});

it.each([
  ["begins with it", "Zebra Vision Ltd", "Zebra Vision Bolton", "zebra-vision-bolton"],
  ["begins with it, of one word", "ZebraVision (UK) Limited", "Zebravision Eye Hospital", "z-b"],
  ["has it in the middle", "Zebra’s Vision Ltd", "The Zebra's Vision Clinic", "z-b"],
  ["has it in its address alone", "Zebra Vision Ltd", "Bolton Clinic", "zebra-vision-bolton"],
])("hides a place that only a register calls so, and that %s", async (_, name, place, slug) => {
  const world = await makeWorld(
    { name, visibility: "withheld" },
    { service: "Eye care", place: "The Clinic" },
  );
  const at = await makePlace(db, { name: place, slug }, { odsCode: "ZV2" });
  const told = await toldOf({ ...world, at });
  expect(told).not.toMatch(/zebra.*vision/i);
  expect(told).not.toContain(slug);
  await db.update(providers).set({ visibility: "published" }).where(eq(providers.id, world.runner.id));
  expect(await findPlace(db, slug)).toBeDefined();
});

it.each([
  ["only a part of it", "Carlisle Healthcare", "Carlisle Eye Clinic"],
  ["a part of a word", "Zebra Ltd", "Zebrano Clinic"],
  ["its one word elsewhere", "Circle Health Ltd", "The Circle Surgery"],
  ["no name at all", "", "The Surgery"],
])("keeps a place that only a register knows and whose name holds %s, everywhere", async (_, name, place) => {
  await makeWorld({ name, visibility: "withheld" }, { service: "Eye care", place: "The Clinic" });
  const at = await makePlace(db, { name: place, slug: slugged(place) });
  expect(await findPlace(db, at.slug)).toBeDefined();
  expect((await listPublicNames(db)).map(({ slug }) => slug)).toContain(at.slug);
  expect((await listPublicPaths(db)).map(({ path }) => path)).toContain(`/places/${at.slug}`);
  expect(await findPublicPlaceBySlug(db, at.slug)).toBeDefined();
});

it("a report cannot make a place anew that is not told of because of its name", async () => {
  const { at } = await makeWorld({ visibility: "withheld" });
  const known = await makePlace(db, { name: "Known" });
  const { town = "", postcode = "" } = (await findPublicPlace(db, known.id)) ?? {};
  expect(await isPlaceHeldBack(db, { name: at.name, town, postcode })).toBe(true);
  expect(await isPlaceHeldBack(db, { name: "Another", town, postcode })).toBe(false);
});

it("nothing is given away of a provider that went with an import which was undone: its name is no secret of ours", async () => {
  const batchId = await insertBatch(db, {
    title: "Undone",
    state: "undone",
    importedBy: "test",
    contentHash: "undone",
    counts: {},
    undoneAt: new Date(),
  });
  const gone = { visibility: "withheld", batchId } as const;
  const { runner, at } = await makeWorld(gone, {
    service: "Eye care at Zebra Vision",
    place: "Zebra Vision",
  });
  const next = await makeService(db, {
    name: "Eye care at Zebra Vision since",
    slug: "next",
    placeId: at.id,
  });
  const [row] = (await listServicesAtPlace(db, at.id)).filter(({ id }) => id === next.id);
  expect(row?.name).toBe("Eye care at Zebra Vision since");
  await db.update(providers).set({ batchId: null }).where(eq(providers.id, runner.id));
  const [hidden] = (await listServicesAtPlace(db, at.id)).filter(({ id }) => id === next.id);
  expect(hidden?.name).toBeNull();
});
