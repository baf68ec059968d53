import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import { makeWorld, type World } from "@/server/records/testing-world";
import { CITED, SENT } from "@/server/reports/changes/testing-change";
import { findRulesOfChange } from "./second-person-of-change";

const db = testDb();
const ALL = ["area-only-category", "may-be-area-only", "names-a-person", "new-provider-legal-form"] as const;
let world: World;
beforeEach(async () => {
  world = await makeWorld(db);
});
const rules = (proposal: object, active: Parameters<typeof findRulesOfChange>[2] = ALL) =>
  findRulesOfChange(db, { proposal: { ...SENT, ...proposal } as ChangeProposal }, active);
const correction = (recordType: "service" | "place" | "provider", field: string, proposed: unknown) => ({
  kind: "correction",
  recordType,
  recordId: world.ids[recordType],
  field,
  proposed,
});
const change = (given: object) => ({ kind: "change", serviceId: world.ids.service, on: "", ...given });
const taken = (providerName: string, providerKind = "") =>
  change({ change: "new-provider", providerName, providerKind });

test("an ordinary correction asks for no second person", async () => {
  expect(await rules(correction("service", "category", "dialysis"))).toEqual([]);
  expect(await rules(correction("place", "name", "Dr Smith House"))).toEqual([]);
  expect(await rules(change({ change: "ended" }))).toEqual([]);
});

test.each([
  ["Gazelle Care", "", []],
  ["Gazelle Care", "private-sector", []],
  ["Gazelle Care", "charity", ["new-provider-legal-form"]],
  // One that we have says what it is by itself.
  ["Yak Care", "charity", []],
  ["Dr A Gnu", "", ["names-a-person"]],
])("%s as the new provider, %j in law: %j", async (name, kind, expected) => {
  expect(await rules(taken(name, kind))).toEqual(expected);
});

test("a name that is corrected is one of who runs it; what an organisation is in law is always seen twice", async () => {
  expect(await rules(correction("service", "provider", "Dr A Gnu"))).toEqual(["names-a-person"]);
  expect(await rules(correction("provider", "name", "Dr A Gnu"))).toEqual(["names-a-person"]);
  expect(await rules(correction("service", "commissioner", "Dr A Gnu"))).toEqual(["names-a-person"]);
  expect(await rules(correction("service", "contract-holder", "Dr A Gnu"))).toEqual(["names-a-person"]);
  expect(await rules(correction("service", "contract-covers", "Dr A Gnu"))).toEqual([]);
  expect(await rules(correction("provider", "website", "Dr A Gnu"))).toEqual([]);
  expect(await rules(correction("provider", "legal-form", "charity"))).toEqual(["new-provider-legal-form"]);
});

test("a kind of care that is shown by area only, now or afterwards", async () => {
  expect(await rules(correction("service", "category", "abortion"))).toEqual(["area-only-category"]);
  await db.update(services).set({ visibility: "area-only" }).where(eq(services.id, world.ids.service));
  expect(await rules(correction("service", "status", "planned"))).toEqual(["area-only-category"]);
});

test.each([
  ["the note", { note: "It is an abortion clinic." }],
  ["a source's title", { sources: [{ ...CITED, title: "Our abortion clinic" }] }],
  ["a source's words", { sources: [{ ...CITED, says: "The abortion clinic has moved." }] }],
])("words of such care in %s", async (_, told) => {
  expect(await rules({ ...change({ change: "ended" }), ...told })).toEqual(["may-be-area-only"]);
});

test("and in where it moved to", async () => {
  const moved = { change: "moved", placeId: null, addressLines: "", town: "Carlisle", postcode: "" };
  expect(await rules(change({ ...moved, placeName: "Abortion Clinic North" }))).toEqual(["may-be-area-only"]);
  expect(await rules(change({ ...moved, placeName: "Clinic North" }))).toEqual([]);
});

test("only rules that are switched on", async () => {
  expect(await rules(taken("Dr A Gnu", "charity"), ["new-provider-legal-form"])).toEqual([
    "new-provider-legal-form",
  ]);
  expect(await rules(taken("Dr A Gnu", "charity"), [])).toEqual([]);
});
