import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { makeCampaigner, makeSource } from "@/db/factories";
import { publish } from "@/db/queries/publications";
import { publications } from "@/db/schema";
import { testDb } from "@/db/testing";
import { type AnyActor, systemActor } from "@/domain/actor";
import type { ClaimField, RecordType } from "@/domain/claims/claim";
import { touchedOf } from "@/domain/records/touched";
import { markDisputed, settleDispute } from "@/server/complaints/mark-disputed";
import { readServices, type ServicesRead } from "@/server/pages/all-services";
import { type MapData, makeMapData } from "@/server/pages/map-data";
import { mergeRecords } from "@/server/records/merge-records";
import { restoreAtOnce } from "@/server/records/restore-record";
import { type RecordDraft, saveRecords } from "@/server/records/save-records";
import { makeWorld, type World } from "@/server/records/testing-world";
import { withholdRecord } from "@/server/records/withhold-record";
import { type PublicNamesRead, readPublicNames } from "@/server/search/public-names";

const db = testDb();
const reason = "The provider says that this is untrue";

let moderator: AnyActor;
let world: World;
let kept: { services: ServicesRead; names: PublicNamesRead; map: MapData };
beforeEach(async () => {
  world = await makeWorld(db);
  const { id } = await makeCampaigner(db, { role: "moderator" });
  moderator = { kind: "campaigner", id, role: "moderator" };
  const services = await readServices(db, null);
  kept = {
    services,
    names: await readPublicNames(db, null),
    map: await makeMapData(db, null, services.rows),
  };
});

/** Takes up what was published since, as a running server does, and holds it against reading everything. */
async function takeUp() {
  const [services, names] = [await readServices(db, kept.services), await readPublicNames(db, kept.names)];
  const map = await makeMapData(db, kept.map, services.rows);
  const whole = await readServices(db, null);
  expect(services.rows).toEqual(whole.rows);
  const sorted = ({ rows }: PublicNamesRead) => rows.map((row) => JSON.stringify(row)).sort();
  expect(sorted(names)).toEqual(sorted(await readPublicNames(db, null)));
  const anew = await makeMapData(db, null, whole.rows);
  expect(map.rows).toEqual(anew.rows);
  expect(map.table).toEqual(anew.table);
  const other = world.slugs.services[1];
  const find = (read: ServicesRead) => read.rows.find(({ slug }) => slug === other);
  const isOtherKept = find(services) !== undefined && find(services) === find(kept.services);
  kept = { services, names, map };
  return { isOtherKept };
}

const brake = (type: "service" | "place" | "provider" | "source") => ({
  type,
  ref: world.refs[type],
  reason,
});
const say = (recordType: RecordType, recordId: string, field: ClaimField, value: unknown): RecordDraft => ({
  recordType,
  recordId,
  claims: [{ field, value, sourceId: world.ids.source, says: "It is so.", confirmedOn: "2026-04-01" }],
});
const save = (drafts: RecordDraft[]) =>
  saveRecords(db, systemActor("test"), drafts, {
    reason: "Corrected",
    action: "record.changed",
    subject: { type: "service", id: world.ids.service },
  });

const shownOf = (id: string) => kept.services.rows.find((row) => row.id === id);
const rowOf = (id: string) => kept.map.rows.find((row) => row.id === id);
const names = () => kept.names.rows.map(({ name }) => name);

const add = async (drafts: readonly RecordDraft[], slug: string) => {
  const [first] = drafts;
  if (!first) throw new Error("Nothing is added.");
  const create = { slug, visibility: "published" as const };
  await save([{ ...first, create, claims: drafts.flatMap(({ claims }) => claims) }]);
  return first.recordId;
};
function addProvider(slug: string, parent: string | null) {
  const id = randomUUID();
  const said = [say("provider", id, "name", slug), say("provider", id, "legal-form", "company")];
  return add(parent ? [...said, say("provider", id, "parent", { providerId: parent })] : said, slug);
}
function addPlace(name: string) {
  const id = randomUUID();
  const here = {
    key: "main",
    lines: "",
    town: "Luton",
    postcode: "",
    lon: -0.4,
    lat: 51.9,
    precision: "postcode",
  };
  return add(
    [say("place", id, "name", name), say("place", id, "kind", "clinic"), say("place", id, "address", here)],
    id,
  );
}
function addService(providerId: string, placeId: string) {
  const id = randomUUID();
  const said: [ClaimField, unknown][] = [
    ["name", "Scans"],
    ["category", "diagnostics-and-scans"],
    ["status", "operating"],
    ["provider", { providerId }],
    ["place", { placeId, addressKey: "main" }],
  ];
  return add(
    said.map(([field, value]) => say("service", id, field, value)),
    id,
  );
}

it.each(["service", "place"] as const)(
  "a withheld %s is all that is read again, and so when it is back",
  async (type) => {
    await withholdRecord(db, moderator, brake(type));
    expect(await takeUp()).toEqual({ isOtherKept: true });
    expect(kept.services.rows.map(({ id }) => id)).not.toContain(world.ids.service);
    await restoreAtOnce(db, moderator, brake(type));
    expect(await takeUp()).toEqual({ isOtherKept: true });
    expect(kept.services.rows.map(({ id }) => id)).toContain(world.ids.service);
  },
);

it.each(["provider", "source"] as const)(
  "of a withheld %s only what hangs together with it is read again, and so when it is back",
  async (type) => {
    await withholdRecord(db, moderator, brake(type));
    expect(await takeUp()).toEqual({ isOtherKept: true });
    expect(shownOf(world.ids.service)?.provider ?? null).toBeNull();
    await restoreAtOnce(db, moderator, brake(type));
    expect(await takeUp()).toEqual({ isOtherKept: true });
    expect(shownOf(world.ids.service)?.provider?.slug).toBe("okapi-ltd");
  },
);

it("a source without which an organisation is called otherwise may be seen in any name", async () => {
  const { id } = await makeSource(db, { publisher: "Emu Echo", url: "https://emu.example/okapi" });
  const { provider } = world.ids;
  const name = { ...say("provider", provider, "name", "Okapi and Sons").claims[0], sourceId: id };
  await save([
    { recordType: "provider", recordId: provider, claims: [name as RecordDraft["claims"][number]] },
  ]);
  await takeUp();
  expect(shownOf(world.ids.service)?.provider?.name).toBe("Okapi and Sons");
  await withholdRecord(db, moderator, { type: "source", ref: id, reason });
  expect(await takeUp()).toEqual({ isOtherKept: false });
  expect(shownOf(world.ids.service)?.provider?.name).toBe("Okapi Ltd");
});

it("a withheld organisation takes along what belongs to it and places that are called after it", async () => {
  const numbat = await addProvider("numbat-ltd", world.ids.provider);
  const [quokka, house] = [await addProvider("quokka-ltd", null), await addPlace("Okapi House")];
  const lodge = await addPlace("The Lodge");
  const [ofNumbat, inHouse] = [await addService(numbat, lodge), await addService(quokka, house)];
  await takeUp();
  expect(rowOf(ofNumbat)?.groups).toEqual([{ slug: "okapi-ltd", name: "Okapi Ltd" }]);
  expect(shownOf(inHouse)?.place?.name).toBe("Okapi House");
  await withholdRecord(db, moderator, brake("provider"));
  expect(await takeUp()).toEqual({ isOtherKept: true });
  expect(rowOf(ofNumbat)?.groups).toEqual([]);
  expect(shownOf(inHouse)?.place).toBeNull();
  expect(names()).not.toContain("Okapi House");
  await restoreAtOnce(db, moderator, brake("provider"));
  expect(await takeUp()).toEqual({ isOtherKept: true });
  expect(shownOf(inHouse)?.place?.name).toBe("Okapi House");
  expect(names()).toContain("Okapi House");
});

it("a merge is read with what both ran, and what stands at both", async () => {
  const [twin, house] = [await addProvider("okapi-twin", null), await addPlace("Zebra House")];
  const service = await addService(twin, house);
  await takeUp();
  const merge = (type: "provider" | "place" | "service", from: string, into: string) =>
    mergeRecords(db, systemActor("test"), type, [{ twin: from, into }], "The same");
  await merge("provider", twin, world.ids.provider);
  expect(await takeUp()).toEqual({ isOtherKept: true });
  expect(shownOf(service)?.provider?.slug).toBe("okapi-ltd");
  // What the twin ran goes with the one that stands for both.
  await withholdRecord(db, moderator, brake("provider"));
  expect(await takeUp()).toEqual({ isOtherKept: true });
  expect(shownOf(service)?.provider ?? null).toBeNull();
  await merge("place", house, world.ids.place);
  expect(await takeUp()).toEqual({ isOtherKept: true });
  expect(shownOf(service)?.place?.name).toBe("Zebra Clinic");
  await merge("service", service, world.ids.service);
  expect(await takeUp()).toEqual({ isOtherKept: true });
  expect(shownOf(service)).toBeUndefined();
});

it("what somebody corrects or adds is read with what stands at the same place", async () => {
  await save([say("service", world.ids.service, "name", "Lenses and frames")]);
  expect(await takeUp()).toEqual({ isOtherKept: true });
  await save([say("place", world.ids.place, "name", "Zebra House")]);
  expect(await takeUp()).toEqual({ isOtherKept: true });
  expect(kept.services.rows.find(({ id }) => id === world.ids.service)?.place?.name).toBe("Zebra House");
  const [service, provider] = [randomUUID(), randomUUID()];
  const create = (slug: string) => ({ create: { slug, visibility: "published" as const } });
  await save([
    { ...say("provider", provider, "name", "Numbat Ltd"), ...create("numbat-ltd") },
    {
      ...create("scans-by-numbat"),
      recordType: "service",
      recordId: service,
      claims: [
        ...say("service", service, "name", "Scans by Numbat").claims,
        ...say("service", service, "category", "diagnostics-and-scans").claims,
        ...say("service", service, "status", "operating").claims,
        ...say("service", service, "provider", { providerId: provider }).claims,
        ...say("service", service, "place", { placeId: world.ids.place, addressKey: "main" }).claims,
      ],
    },
  ]);
  expect(await takeUp()).toEqual({ isOtherKept: true });
  expect(kept.map.rows.find(({ id }) => id === service)).toMatchObject({ publisher: "Gnu Gazette" });
});

it("of an older organisation all it runs is read, of a payer all that it pays for", async () => {
  const [numbat, payer] = [await addProvider("numbat-ltd", world.ids.provider), randomUUID()];
  const service = await addService(numbat, world.ids.place);
  await save([
    {
      ...say("commissioner", payer, "name", "Okapi Board"),
      create: { slug: "okapi-board", visibility: "published" },
      claims: [
        ...say("commissioner", payer, "name", "Okapi Board").claims,
        ...say("commissioner", payer, "kind", "icb").claims,
      ],
    },
    say("service", service, "commissioner", { commissionerId: payer }),
  ]);
  await takeUp();
  expect(rowOf(service)?.payer?.name).toBe("Okapi Board");
  await save([say("commissioner", payer, "name", "Gnu Board")]);
  expect(await takeUp()).toEqual({ isOtherKept: true });
  expect(rowOf(service)?.payer?.name).toBe("Gnu Board");
  await save([say("provider", world.ids.provider, "legal-form", "nhs-body")]);
  expect(await takeUp()).toEqual({ isOtherKept: true });
  expect(shownOf(service)?.kind).toBe("nhs-owned-company");
});

it("another name of an older organisation, and a service that gets another one, may be seen anywhere: everything is read", async () => {
  await save([say("provider", world.ids.provider, "name", "Okapi and Sons")]);
  expect(await takeUp()).toEqual({ isOtherKept: false });
  await save([say("service", world.ids.service, "provider-kind", "charity")]);
  expect(await takeUp()).toEqual({ isOtherKept: true });
  await save([say("service", world.ids.service, "provider", { providerId: world.ids.provider })]);
  expect(await takeUp()).toEqual({ isOtherKept: false });
});

it("where an organisation may not be named, what is added at a place that it is in takes that place's name away", async () => {
  const yak = await addPlace("Okapi Yard");
  const inYard = await addService(await addProvider("numbat-ltd", null), yak);
  await withholdRecord(db, moderator, brake("provider"));
  await takeUp();
  await withholdRecord(db, moderator, brake("service"));
  expect(await takeUp()).toEqual({ isOtherKept: true });
  const other = await addPlace("The Yak and Okapi Rooms");
  const before = await addService(await addProvider("quokka-ltd", null), other);
  await takeUp();
  expect(names()).toContain("The Yak and Okapi Rooms");
  await addService(world.ids.provider, other);
  expect(await takeUp()).toEqual({ isOtherKept: true });
  expect([shownOf(before)?.place, shownOf(inYard)?.place]).toEqual([null, null]);
  expect(names()).not.toContain("The Yak and Okapi Rooms");
});

it("beyond ten thousand records everything is read, and they are not kept in the publication", async () => {
  const many = Array.from({ length: 5_001 }, () => randomUUID());
  await publish(db, "test", "Many", touchedOf({ places: many }));
  expect(await takeUp()).toEqual({ isOtherKept: true });
  // Together, of two publications.
  for (const places of [many, many.map(() => randomUUID())])
    await publish(db, "test", "Many", touchedOf({ places }));
  expect(await takeUp()).toEqual({ isOtherKept: false });
  const number = await publish(
    db,
    "test",
    "More",
    touchedOf({ places: [...many, ...many.map(() => randomUUID())] }),
  );
  const [stored] = await db.select().from(publications).where(eq(publications.number, number));
  expect(stored?.touches).toBeNull();
});

it("a dispute is read with its own entry alone", async () => {
  const about = { type: "service", ref: world.refs.service };
  await markDisputed(db, moderator, { ...about, says: "The provider says that it left in May.", field: "" });
  expect(await takeUp()).toEqual({ isOtherKept: true });
  expect(kept.map.rows.find(({ id }) => id === world.ids.service)?.disputed).toBe(true);
  await settleDispute(db, moderator, { ...about, reason });
  expect(await takeUp()).toEqual({ isOtherKept: true });
});

it("nothing is read for a publication that touched nothing, and everything for one that says nothing or was late", async () => {
  await publish(db, "test", "A picture", touchedOf({}));
  expect(await takeUp()).toEqual({ isOtherKept: true });
  await publish(db, "test", "Anything");
  expect(await takeUp()).toEqual({ isOtherKept: false });
  // One with a lower number that commits when the higher one was read already.
  await db
    .insert(publications)
    .values({ number: -1, actorId: "test", reason: "Late", touches: touchedOf({}) });
  expect(await takeUp()).toEqual({ isOtherKept: false });
});

it("everything is read on another day: whether an entry is over depends on it", async () => {
  const tomorrow = await readServices(db, kept.services, "2999-01-01");
  expect(tomorrow.rows[0]).not.toBe(kept.services.rows[0]);
});
