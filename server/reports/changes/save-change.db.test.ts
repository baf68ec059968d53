import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { makeArea, makeCampaigner } from "@/db/factories";
import { findClaimsByRecord } from "@/db/queries/claims";
import { findCheck } from "@/db/queries/coverage";
import { checks, placeAddresses, places, providers } from "@/db/schema/places";
import { serviceAreas, services } from "@/db/schema/services";
import { batches, claims } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import { makeWorld, type World } from "@/server/records/testing-world";
import { type SavedChange, saveChange } from "@/server/reports/changes/save-change";
import { undoChange } from "@/server/reports/changes/undo-change";

const db = testDb();
const REASON = "The regulator's page says so.";
const source = {
  kind: "regulator" as const,
  title: "A page of the regulator",
  publisher: "The regulator",
  url: "https://regulator.example/page",
  publishedOn: "2026-10-05",
  says: "A zebra was seen there.",
};
const rest = { v: 1 as const, sources: [source], note: "Please do not publish this." };

async function begin() {
  const world = await makeWorld(db);
  const { id } = await makeCampaigner(db, { role: "moderator" });
  const actor: CampaignerActor = { kind: "campaigner", id, role: "moderator" };
  const save = (proposal: ChangeProposal, decidedOn = "2026-11-29") =>
    saveChange(db, actor, { proposal, reportId: null, decidedOn, reason: REASON });
  const undo = async ({ batchId }: SavedChange) => {
    const [{ version } = { version: 0 }] = await db.select().from(batches).where(eq(batches.id, batchId));
    return undoChange(db, actor, { batchId, version, reason: "It was another clinic." });
  };
  return { world, actor, save, undo };
}

const PIN = "54.8951, -2.9382";
/** The service has moved; where to is said by whoever asks. */
const movedTo = ({ ids }: World) => ({
  ...rest,
  kind: "change" as const,
  change: "moved" as const,
  serviceId: ids.service,
  on: "2026-10",
  placeId: null,
  placeName: "Antelope House",
  addressLines: "",
  town: "",
  postcode: "",
});

const serviceRow = async (id: string) => (await db.select().from(services).where(eq(services.id, id)))[0];
/** What a reader sees of every record of the world; versions only ever rise. */
async function picture({ slugs }: World) {
  const shown = <T extends { version: number; slug: string }>(rows: T[]) =>
    rows.map(({ version: _, ...row }) => row).sort((a, b) => (a.slug < b.slug ? -1 : 1));
  return {
    services: shown(await db.select().from(services).where(inArray(services.slug, slugs.services))),
    places: shown(await db.select().from(places).where(inArray(places.slug, slugs.places))),
    providers: shown(await db.select().from(providers).where(inArray(providers.slug, slugs.providers))),
    addresses: await db
      .select({
        key: placeAddresses.key,
        lines: placeAddresses.lines,
        lat: placeAddresses.lat,
        postcode: placeAddresses.postcode,
      })
      .from(placeAddresses)
      .innerJoin(places, eq(places.id, placeAddresses.placeId))
      .where(inArray(places.slug, slugs.places))
      .orderBy(places.slug),
  };
}

describe("a change of an entry", () => {
  test("still there: the source stands beside what the entry says, which is as fresh as the source", async () => {
    const { world, save } = await begin();
    const serviceId = world.ids.service;
    await save({ ...rest, kind: "still-there", serviceId });
    expect(await serviceRow(serviceId)).toMatchObject({ status: "operating", lastConfirmedOn: "2026-10-05" });
    const said = (await findClaimsByRecord(db, "service", [serviceId])).get(serviceId) ?? [];
    const fresh = said.filter(({ confirmedOn }) => confirmedOn === "2026-10-05");
    expect(fresh.map(({ field }) => field).sort()).toEqual(["provider", "status"]);
    expect(said.every(({ says }) => !says.includes("publish this"))).toBe(true);
  });

  test("ended, with its day", async () => {
    const { world, save } = await begin();
    const serviceId = world.ids.service;
    const saved = await save({ ...rest, kind: "change", change: "ended", serviceId, on: "2026-09" });
    expect(await serviceRow(serviceId)).toMatchObject({ status: "ended", endedOn: "2026-09" });
    expect(saved.subject).toEqual({ type: "service", id: serviceId });
  });

  test("an end or a takeover that is still to come is refused: nothing would look at the day again", async () => {
    const { world, save } = await begin();
    const of = { ...rest, kind: "change", serviceId: world.ids.service, on: "2027-03-31" } as const;
    const told = { fields: { on: "change-not-yet" } };
    await expect(save({ ...of, change: "ended" })).rejects.toMatchObject(told);
    const taken = { change: "new-provider", providerName: "Gazelle Ltd", providerKind: "" } as const;
    await expect(save({ ...of, ...taken })).rejects.toMatchObject(told);
    expect(await serviceRow(world.ids.service)).toMatchObject({ status: "operating", endedOn: null });
  });

  test("a new provider ends the entry, which leads to the one that begins at the same place and in the same areas", async () => {
    const { world, save } = await begin();
    const serviceId = world.ids.service;
    const taken = { providerName: "Gazelle Health Ltd", providerKind: "company" as const, on: "2026-10-01" };
    const { subject } = await save({ ...rest, kind: "change", change: "new-provider", serviceId, ...taken });
    const before = await serviceRow(serviceId);
    expect(before).toMatchObject({ status: "ended", endedOn: "2026-10-01", successorId: subject.id });
    const next = await serviceRow(subject.id);
    const same = { category: before?.category, placeId: before?.placeId, name: before?.name };
    expect(next).toMatchObject({
      ...same,
      status: "operating",
      startedOn: "2026-10-01",
      visibility: "published",
    });
    const [provider] = await db
      .select()
      .from(providers)
      .where(eq(providers.id, next?.providerId ?? ""));
    expect(provider).toMatchObject({ name: "Gazelle Health Ltd", legalForm: "company" });
    const areas = await db
      .select()
      .from(claims)
      .where(and(eq(claims.recordId, subject.id), eq(claims.field, "serves-area")));
    expect(areas).toHaveLength(1);
  });

  test("that another runs it whom nobody names ends the entry too, and says of the next what kind of body it is", async () => {
    const { world, save } = await begin();
    const of = { ...rest, kind: "change", change: "new-provider", serviceId: world.ids.service } as const;
    const { subject } = await save({ ...of, providerName: "", providerKind: "company", on: "2026-10-01" });
    expect(await serviceRow(world.ids.service)).toMatchObject({ status: "ended", successorId: subject.id });
    expect(await serviceRow(subject.id)).toMatchObject({ providerId: null, providerKind: "company" });
    // Of one that names nobody it is no news.
    const again = save({ ...of, serviceId: subject.id, providerName: "", providerKind: "", on: "" });
    await expect(again).rejects.toMatchObject({ fields: { providerName: "says-so-already" } });
  });

  test("moved: a new place with its position, and a name that goes with it", async () => {
    const { world, save } = await begin();
    const serviceId = world.ids.service;
    const to = {
      placeId: null,
      placeName: "Antelope House",
      addressLines: "",
      town: "Carlisle",
      postcode: "CA2 4SJ",
    };
    await save({ ...rest, kind: "change", change: "moved", serviceId, on: "2026-10", ...to });
    const row = await serviceRow(serviceId);
    expect(row).toMatchObject({ name: "Eye care at Antelope House", status: "operating" });
    const [address] = await db
      .select()
      .from(placeAddresses)
      .where(eq(placeAddresses.placeId, row?.placeId ?? ""));
    expect(address).toMatchObject({ postcode: "CA2 4SJ", precision: "postcode" });
  });

  test("moved: to a pin, which is where the new place stands, whatever else is known of it", async () => {
    const { world, save } = await begin();
    const moved = { ...movedTo(world), placeName: "Zebra Clinic", point: PIN };
    await save(moved);
    const row = await serviceRow(world.ids.service);
    // A place of ours of the very name is another one: nothing but the pin says where this is.
    expect(row?.placeId).not.toBe(world.ids.place);
    const [address] = await db
      .select()
      .from(placeAddresses)
      .where(eq(placeAddresses.placeId, row?.placeId ?? ""));
    expect(address).toMatchObject({ lat: 54.8951, lon: -2.9382, town: "", postcode: "" });
    await expect(save({ ...moved, point: "50.2001, -4.1427" })).rejects.toMatchObject({
      fields: { point: "point-sea" },
    });
  });

  test("moved: to an area that it serves, without a place and without a mark", async () => {
    const { world, save } = await begin();
    const area = await makeArea(db, { kind: "icb", nameEn: "Northern board" });
    const ward = await makeArea(db, { kind: "council" });
    await expect(save({ ...movedTo(world), areaId: ward.id })).rejects.toMatchObject({
      fields: { areaId: "choice" },
    });
    await save({ ...movedTo(world), placeName: area.nameEn, areaId: area.id });
    expect(await serviceRow(world.ids.service)).toMatchObject({
      name: "Eye care for Northern board",
      placeId: null,
      addressKey: null,
    });
    const served = await db
      .select({ areaId: serviceAreas.areaId })
      .from(serviceAreas)
      .where(eq(serviceAreas.serviceId, world.ids.service));
    expect(served).toContainEqual({ areaId: area.id });
  });

  test("moved: what serves an area serves another one instead, or has a place from then on", async () => {
    const { world, save } = await begin();
    const [north, south] = [
      await makeArea(db, { kind: "icb", nameEn: "Northern board" }),
      await makeArea(db, { kind: "icb", nameEn: "Southern board" }),
    ];
    const toArea = ({ id, nameEn }: typeof north) =>
      save({ ...movedTo(world), placeName: nameEn, areaId: id });
    const served = async () => {
      const rows = await db
        .select({ areaId: serviceAreas.areaId })
        .from(serviceAreas)
        .where(eq(serviceAreas.serviceId, world.ids.service));
      return rows.map(({ areaId }) => areaId);
    };
    await toArea(north);
    await expect(toArea(north)).rejects.toMatchObject({ fields: { areaId: "says-so-already" } });
    await toArea(south);
    expect(await served()).toEqual([south.id]);
    const said = (await findClaimsByRecord(db, "service", [world.ids.service])).get(world.ids.service) ?? [];
    expect(said.find(({ value }) => JSON.stringify(value).includes(south.id))?.validFrom).toBe("2026-10");
    await save({ ...movedTo(world), placeName: "Zebra Clinic", point: PIN });
    const row = await serviceRow(world.ids.service);
    expect(row?.placeId).not.toBeNull();
    expect(row?.name).toBe("Eye care at Zebra Clinic");
    expect(await served()).toContain(south.id);
  });

  test("a correction takes the place of a newer source too, and of nothing else", async () => {
    const { world, save } = await begin();
    const recordId = world.ids.service;
    const old = { ...rest, sources: [{ ...source, publishedOn: "2020" }] };
    await save({
      ...old,
      kind: "correction",
      recordType: "service",
      recordId,
      field: "provider",
      proposed: "Yak Care",
    });
    const row = await serviceRow(recordId);
    const [yak] = await db.select().from(providers).where(eq(providers.slug, "yak-care"));
    expect(row).toMatchObject({ providerId: yak?.id, status: "operating", successorId: null });
  });

  test("a place that is called something else takes along the services that are called after it", async () => {
    const { world, save } = await begin();
    const { service, place } = world.ids;
    await save({
      ...rest,
      kind: "correction",
      recordType: "service",
      recordId: service,
      field: "category",
      proposed: "dialysis",
    });
    expect(await serviceRow(service)).toMatchObject({ category: "dialysis", name: "Lenses in the north" });
    const named = { ...rest, kind: "change", change: "moved", serviceId: service, on: "" } as const;
    const there = {
      placeId: place,
      placeName: "Zebra Clinic",
      addressLines: "",
      town: "Carlisle",
      postcode: "",
    };
    await expect(save({ ...named, ...there })).rejects.toMatchObject({
      fields: { placeName: "says-so-already" },
    });
    const elsewhere = { ...there, placeId: null, placeName: "Antelope House" };
    await save({ ...named, ...elsewhere });
    const { placeId } = (await serviceRow(service)) ?? {};
    const right = { field: "name", proposed: "Antelope Lodge" } as const;
    await save({ ...rest, kind: "correction", recordType: "place", recordId: placeId ?? "", ...right });
    expect(await serviceRow(service)).toMatchObject({ name: "Dialysis at Antelope Lodge" });
  });

  test("a place checked and run by its practice is one looked at, until that is taken back", async () => {
    const { world, save, undo } = await begin();
    const placeId = world.ids.place;
    const checked = {
      kind: "not-outsourced",
      placeId,
      mapped: "",
      checkedOn: "2026-11-20",
      proof: "regulator",
    } as const;
    const saved = await save({ ...rest, ...checked });
    const [check] = await db.select().from(checks).where(eq(checks.placeId, placeId));
    expect(check).toMatchObject({ result: "not-outsourced", dueAgainOn: "2027-11-20" });
    expect(await findCheck(db, placeId)).toMatchObject({ checkedOn: "2026-11-20" });
    await undo(saved);
    expect(await findCheck(db, placeId)).toBeNull();
  });

  test("the same as another: the twin leads there, and its sources stand beside what both say", async () => {
    const { world, save } = await begin();
    const twin = await save({
      ...rest,
      kind: "change",
      change: "new-provider",
      serviceId: world.ids.service,
      providerName: "Yak Care",
      providerKind: "",
      on: "2026-10-01",
    });
    const same = {
      kind: "same-as",
      v: 1,
      serviceId: world.ids.service,
      otherId: twin.subject.id,
      note: "",
    } as const;
    await save(same);
    expect(await serviceRow(world.ids.service)).toMatchObject({
      visibility: "merged",
      mergedInto: twin.subject.id,
    });
    await expect(save(same)).rejects.toMatchObject({ what: "entry-gone" });
  });
});

describe("taken back", () => {
  const on = "2026-10-01";
  const board = randomUUID();
  beforeEach(() => makeArea(db, { id: board, kind: "icb", nameEn: "Northern board" }));

  test.each<[string, (world: World) => ChangeProposal]>([
    ["still there", ({ ids }) => ({ ...rest, kind: "still-there", serviceId: ids.service })],
    ["ended", ({ ids }) => ({ ...rest, kind: "change", change: "ended", serviceId: ids.service, on })],
    [
      "another provider",
      ({ ids }) => ({
        ...rest,
        kind: "change",
        change: "new-provider",
        serviceId: ids.service,
        providerName: "Gazelle Health Ltd",
        providerKind: "",
        on,
      }),
    ],
    [
      "moved",
      ({ ids }) => ({
        ...rest,
        kind: "change",
        change: "moved",
        serviceId: ids.service,
        placeId: null,
        placeName: "Antelope House",
        addressLines: "",
        town: "Carlisle",
        postcode: "CA2 4SJ",
        on,
      }),
    ],
    ["moved to a pin", (world) => ({ ...movedTo(world), point: PIN })],
    ["moved to an area", (world) => ({ ...movedTo(world), areaId: board })],
    [
      "an address",
      ({ ids }) => ({
        ...rest,
        kind: "correction",
        recordType: "place",
        recordId: ids.place,
        field: "address",
        proposed: { addressLines: "1 High Street", town: "Carlisle", postcode: "CA2 4SJ" },
      }),
    ],
    [
      "a category that is shown by area only",
      ({ ids }) => ({
        ...rest,
        kind: "correction",
        recordType: "service",
        recordId: ids.service,
        field: "category",
        proposed: "dialysis",
      }),
    ],
    [
      "the name of a provider",
      ({ ids }) => ({
        ...rest,
        kind: "correction",
        recordType: "provider",
        recordId: ids.provider,
        field: "name",
        proposed: "Okapi Holdings Ltd",
      }),
    ],
  ])("%s: everything is as it was", async (_, proposalOf) => {
    const { world, save, undo } = await begin();
    const before = await picture(world);
    const saved = await save(proposalOf(world));
    expect(await picture(world)).not.toEqual(before);
    await undo(saved);
    expect(await picture(world)).toEqual(before);
    await expect(undo(saved)).rejects.toMatchObject({ name: "ConflictError" });
  });

  test("a merge: the twin stands by itself again", async () => {
    const { world, save, undo } = await begin();
    const { subject } = await save({
      ...rest,
      kind: "change",
      change: "new-provider",
      serviceId: world.ids.service,
      providerName: "Yak Care",
      providerKind: "",
      on: "",
    });
    const before = await picture(world);
    const saved = await save({
      kind: "same-as",
      v: 1,
      serviceId: world.ids.service,
      otherId: subject.id,
      note: "",
    });
    await undo(saved);
    expect(await picture(world)).toEqual(before);
  });

  test("only by moderators", async () => {
    const { world, save } = await begin();
    const { batchId } = await save({ ...rest, kind: "still-there", serviceId: world.ids.service });
    const { id } = await makeCampaigner(db, {});
    const actor: CampaignerActor = { kind: "campaigner", id, role: "campaigner" };
    await expect(undoChange(db, actor, { batchId, version: 1, reason: REASON })).rejects.toMatchObject({
      reason: "not-moderator",
    });
  });
});

describe("is refused", () => {
  test.each<[string, (world: World) => ChangeProposal, object]>([
    [
      "what the entry says already",
      ({ ids }) => ({
        ...rest,
        kind: "correction",
        recordType: "service",
        recordId: ids.service,
        field: "provider",
        proposed: "Okapi Ltd",
      }),
      { fields: { proposed: "says-so-already" } },
    ],
    [
      "what is the same as itself",
      ({ ids }) => ({ kind: "same-as", v: 1, serviceId: ids.service, otherId: ids.service, note: "" }),
      { fields: { other: "same-entry" } },
    ],
    [
      "an entry that is gone",
      () => ({ ...rest, kind: "still-there", serviceId: "0c8a1c1e-7d52-4c55-9f4e-1a2b3c4d5e6f" }),
      { what: "entry-gone" },
    ],
    [
      "a postcode that nobody has",
      ({ ids }) => ({
        ...rest,
        kind: "change",
        change: "moved",
        serviceId: ids.service,
        placeId: null,
        placeName: "Antelope House",
        addressLines: "",
        town: "",
        postcode: "ZZ99 9ZZ",
        on: "",
      }),
      { name: "InvalidInputError" },
    ],
  ])("%s", async (_, proposalOf, refusal) => {
    const { world, save } = await begin();
    await expect(save(proposalOf(world))).rejects.toMatchObject(refusal);
  });
});
