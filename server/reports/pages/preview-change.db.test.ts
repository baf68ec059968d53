import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import type { World } from "@/server/records/testing-world";
import { makeWorld } from "@/server/records/testing-world";
import { CITED, SENT } from "@/server/reports/changes/testing-change";
import { previewChange } from "./preview-change";

const db = testDb();
let world: World;
let otherId: string;
beforeEach(async () => {
  world = await makeWorld(db);
  const other = world.slugs.services[1] ?? "";
  [{ id: otherId } = { id: "" }] = await db.select().from(services).where(eq(services.slug, other));
});

const text = (said: string) => ({ is: "text", text: said });
const day = (date: string) => ({ is: "date", date });
const rows = async (proposal: ChangeProposal) => (await previewChange(db, proposal)).rows;
const correction = (
  recordType: "service" | "place" | "provider",
  field: string,
  proposed: string | Record<string, string>,
) =>
  ({
    ...SENT,
    kind: "correction",
    recordType,
    recordId: world.ids[recordType],
    field,
    proposed,
  }) as ChangeProposal;
const onService = (given: Record<string, unknown>) =>
  ({ ...SENT, kind: "change", serviceId: world.ids.service, on: "", ...given }) as ChangeProposal;

describe("still there", () => {
  test.each([
    ["2026-10-05", "2026-10-05"],
    // Its source is older than ours: the entry becomes no older.
    ["2026-02-28", "2026-03-01"],
    ["2026-02", "2026-03-01"],
    ["2026-03-01", "2026-03-01"],
  ])("with a source of %s it is confirmed on %s", async (publishedOn, confirmed) => {
    const sources = [{ ...CITED, publishedOn }];
    expect(await rows({ ...SENT, sources, kind: "still-there", serviceId: world.ids.service })).toEqual([
      { field: "provider", before: text("Okapi Ltd"), after: text("Okapi Ltd") },
      { field: "confirmed", before: day("2026-03-01"), after: day(confirmed) },
    ]);
  });

  test("with a source that has no day it says none", async () => {
    const sources = [{ ...CITED, publishedOn: "" }];
    const [, confirmed] = await rows({ ...SENT, sources, kind: "still-there", serviceId: world.ids.service });
    expect(confirmed?.after).toBeNull();
  });
});

describe("a change", () => {
  test("of the provider names both, and the first day where it is said", async () => {
    const taken = { change: "new-provider", providerName: "Gazelle Care", providerKind: "" };
    expect(await rows(onService({ ...taken, on: "2026-06" }))).toEqual([
      { field: "provider", before: text("Okapi Ltd"), after: text("Gazelle Care") },
      { field: "started-on", before: null, after: day("2026-06") },
    ]);
    expect((await rows(onService(taken)))[1]?.after).toBeNull();
  });

  test("of the place names the old one and the new one with its address in a line", async () => {
    const moved = { change: "moved", placeId: null, placeName: "New House", addressLines: "1 Mill Road" };
    expect(await rows(onService({ ...moved, town: "Carlisle", postcode: "" }))).toEqual([
      { field: "place", before: text("Zebra Clinic"), after: text("New House, 1 Mill Road, Carlisle") },
    ]);
    const [row] = await rows(onService({ ...moved, addressLines: "", town: "", postcode: "CA1 1QS" }));
    expect(row?.after).toEqual(text("New House, CA1 1QS"));
    const nowhere = { ...moved, addressLines: "", town: "", postcode: "" };
    const [pinned] = await rows(onService({ ...nowhere, point: "54.8951, -2.9382" }));
    expect(pinned?.after).toEqual({ is: "pinned", text: "New House", point: "54.8951, -2.9382" });
    const [served] = await rows(onService({ ...nowhere, areaId: randomUUID() }));
    expect(served).toEqual({
      field: "place",
      before: text("Zebra Clinic"),
      after: { is: "area-served", name: "New House" },
    });
  });

  test("to an end says the state and the last day", async () => {
    expect(await rows(onService({ change: "ended", on: "2026-09-30" }))).toEqual([
      { field: "status", before: { is: "status", key: "operating" }, after: { is: "status", key: "ended" } },
      { field: "ended-on", before: null, after: day("2026-09-30") },
    ]);
  });
});

describe("a correction", () => {
  test.each([
    [
      "service",
      "category",
      "dialysis",
      { is: "category", key: "eye-care" },
      { is: "category", key: "dialysis" },
    ],
    ["service", "status", "planned", { is: "status", key: "operating" }, { is: "status", key: "planned" }],
    ["service", "started-on", "2020", null, day("2020")],
    ["place", "name", "Zebra House", text("Zebra Clinic"), text("Zebra House")],
    ["place", "kind", "hospital", { is: "place-kind", key: "clinic" }, { is: "place-kind", key: "hospital" }],
    ["place", "registration", "partnership", null, { is: "registration", key: "partnership" }],
    [
      "provider",
      "legal-form",
      "charity",
      { is: "legal-form", key: "company" },
      { is: "legal-form", key: "charity" },
    ],
    ["provider", "website", "https://okapi.example/", null, text("https://okapi.example/")],
    ["provider", "owner-class", "nhs", null, { is: "owner-class", key: "nhs" }],
  ] as const)("of a %s's %s to %s", async (type, field, proposed, before, after) => {
    expect(await rows(correction(type, field, proposed))).toEqual([{ field, before, after }]);
  });

  test("of an address has both in a line", async () => {
    const proposed = { addressLines: "", town: "Carlisle", postcode: "CA1 1QS" };
    expect(await rows(correction("place", "address", proposed))).toEqual([
      { field: "address", before: text("Newtown Road, Carlisle, CA2 7HY"), after: text("Carlisle, CA1 1QS") },
    ]);
  });

  test("of who runs it says what kind of organisation each is; one that is new here has none", async () => {
    const company = { is: "legal-form", key: "company" };
    expect(await rows(correction("service", "provider", "Yak Care"))).toEqual([
      { field: "provider", before: text("Okapi Ltd"), after: text("Yak Care") },
      { field: "legal-form", before: company, after: company },
    ]);
    expect((await rows(correction("service", "provider", "Nobody Ltd")))[1]).toEqual({
      field: "legal-form",
      before: company,
      after: null,
    });
  });
});

test("the same as another entry shows both beside each other", async () => {
  const same = { kind: "same-as", v: 1, serviceId: world.ids.service, note: "" } as const;
  expect(await rows({ ...same, otherId })).toEqual([
    { field: "same-as", before: text("Lenses in the north"), after: text("Scans in the north") },
    { field: "provider", before: text("Okapi Ltd"), after: text("Yak Care") },
    { field: "place", before: text("Zebra Clinic"), after: text("Yak House") },
    {
      field: "status",
      before: { is: "status", key: "operating" },
      after: { is: "status", key: "operating" },
    },
  ]);
  const gone = await rows({ ...same, otherId: "0b5ad4de-5f5a-4d7e-9d2f-8a6a52e7a111" });
  expect(gone.map(({ after }) => after)).toEqual([null, null, null, null]);
});

test("a place that is run by the NHS shows what our map has there, and how it was checked", async () => {
  const checked = {
    ...SENT,
    kind: "not-outsourced",
    placeId: world.ids.place,
    checkedOn: "2026-11-20",
    proof: "regulator",
  } as const;
  const onMap = { is: "on-map", name: "Lenses in the north", provider: "Okapi Ltd", since: null };
  expect(await rows({ ...checked, mapped: "this" })).toEqual([
    { field: "on-map", before: onMap, after: { is: "mapped", key: "this" } },
    { field: "check", before: null, after: day("2026-11-20") },
    { field: "check", before: null, after: { is: "proof", key: "regulator" } },
  ]);
  expect((await rows({ ...checked, mapped: "" }))[0]?.after).toEqual({ is: "mapped", key: "not-asked" });
});

test("of an entry that is off the site nothing is told that it said", async () => {
  await db.update(services).set({ visibility: "withheld" }).where(eq(services.id, world.ids.service));
  const { entry, rows: told } = await previewChange(db, correction("service", "category", "dialysis"));
  expect(entry).toBeUndefined();
  expect(told).toEqual([{ field: "category", before: null, after: { is: "category", key: "dialysis" } }]);
});
