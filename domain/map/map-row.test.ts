import { describe, expect, it } from "vitest";
import type { ServiceRow } from "@/domain/figures/service-row";
import { type MapExtras, mapRow } from "./map-row";

const SERVICE = {
  id: "id",
  slug: "eye-care-at-newtown",
  name: "Eye care at Newtown",
  category: "eye-care",
  kind: "company",
  visibility: "published",
  status: "operating",
  mayHaveEnded: false,
  notCounted: null,
  place: { slug: "newtown", name: "Newtown", nameCy: "Y Drenewydd", town: "Carlisle", postcode: "CA2 7HY" },
  position: { lon: -2.9, lat: 54.9, precision: "postcode" },
  provider: { slug: "sight", name: "Sight Ltd" },
  isProviderHidden: false,
  startedOn: "2020",
  lastConfirmedOn: "2026-03",
} as unknown as ServiceRow;
const EXTRAS: MapExtras = { payer: null, areas: [], publisher: "A newspaper", isWorkedOut: true };
const GROUPS = [{ slug: "group", name: "Group plc" }];
const onMap = (given: Partial<ServiceRow> = {}) => mapRow({ ...SERVICE, ...given }, EXTRAS, GROUPS);

it("a service is on the map with all that its card says", () => {
  expect(onMap()).toEqual({
    ...EXTRAS,
    id: "id",
    slug: "eye-care-at-newtown",
    name: "Eye care at Newtown",
    category: "eye-care",
    status: "operating",
    mayHaveEnded: false,
    disputed: false,
    kind: "company",
    lon: -2.9,
    lat: 54.9,
    approximate: false,
    place: { slug: "newtown", name: "Newtown", nameCy: "Y Drenewydd", town: "Carlisle" },
    provider: { slug: "sight", name: "Sight Ltd" },
    isProviderHidden: false,
    groups: GROUPS,
    startedOn: "2020",
    lastConfirmedOn: "2026-03",
  });
});

describe("it is not there", () => {
  it.each<[string, Partial<ServiceRow>]>([
    ["where only its area is shown", { visibility: "area-only" as ServiceRow["visibility"] }],
    ["without a position", { position: null }],
    ["without a place", { place: null }],
    ["without a name", { name: null }],
    ["without an address of its own", { slug: null }],
    ["where an NHS body runs it, which no definition counts", { kind: "nhs-body" as ServiceRow["kind"] }],
  ])("%s", (_, given) => expect(onMap(given)).toBeNull());
});

it.each<[string, Partial<ServiceRow>, object]>([
  ["of a kind that nobody knows", { kind: null }, { kind: "not-known" }],
  ["disputed", { visibility: "disputed" }, { disputed: true }],
  ["perhaps over", { mayHaveEnded: true }, { mayHaveEnded: true, status: "operating" }],
  ["over, which is more than perhaps", { mayHaveEnded: true, status: "ended" }, { mayHaveEnded: false }],
  [
    "no longer listed, which is more than perhaps over",
    { mayHaveEnded: true, notCounted: "no-longer-listed" },
    { mayHaveEnded: false, status: "no-longer-listed" },
  ],
  ["known by its town", { position: { lon: -2.9, lat: 54.9, precision: "town" } }, { approximate: true }],
])("%s", (_, given, expected) => expect(onMap(given)).toMatchObject(expected));
