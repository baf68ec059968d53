import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { makeCampaigner } from "@/db/factories";
import { publish } from "@/db/queries/publications";
import { publications } from "@/db/schema";
import { testDb } from "@/db/testing";
import { type AnyActor, systemActor } from "@/domain/actor";
import type { ClaimField, RecordType } from "@/domain/claims/claim";
import { touchedOf } from "@/domain/records/touched";
import { markDisputed, settleDispute } from "@/server/complaints/mark-disputed";
import { readServices, type ServicesRead } from "@/server/pages/all-services";
import { type MapData, makeMapData } from "@/server/pages/map-data";
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

it.each(["provider", "source"] as const)("for a withheld %s everything is read again", async (type) => {
  await withholdRecord(db, moderator, brake(type));
  expect(await takeUp()).toEqual({ isOtherKept: false });
  await restoreAtOnce(db, moderator, brake(type));
  expect(await takeUp()).toEqual({ isOtherKept: false });
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

it("an older organisation, and a service that gets another one, are seen in lines of others: everything is read", async () => {
  await save([say("provider", world.ids.provider, "name", "Okapi and Sons")]);
  expect(await takeUp()).toEqual({ isOtherKept: false });
  await save([say("service", world.ids.service, "provider-kind", "charity")]);
  expect(await takeUp()).toEqual({ isOtherKept: true });
  await save([say("service", world.ids.service, "provider", { providerId: world.ids.provider })]);
  expect(await takeUp()).toEqual({ isOtherKept: false });
});

it("everything is read where the organisation of what was touched may not be named", async () => {
  await withholdRecord(db, moderator, brake("provider"));
  await takeUp();
  await withholdRecord(db, moderator, brake("service"));
  expect(await takeUp()).toEqual({ isOtherKept: false });
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
