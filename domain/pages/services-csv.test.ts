import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { ServiceRow } from "@/domain/figures/service-row";
import { SERVICES_CSV_COLUMNS, servicesCsv } from "@/domain/pages/services-csv";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";

const row = {
  id: "1",
  placeId: "p",
  providerId: "q",
  kind: "company",
  status: "operating",
  visibility: "public",
  mayHaveEnded: false,
  lastConfirmedOn: "2026-03-01",
  slug: "scans",
  name: "Scans",
  category: "eye-care",
  place: { slug: "x", name: "X House", nameCy: null, town: "Carlisle", postcode: "CA1 1AA" },
  position: { lon: -2.9, lat: 54.9, precision: "postcode" },
  provider: { slug: "okapi", name: "Okapi Ltd" },
  isProviderHidden: false,
  startedOn: "2024-04",
  mayHaveEndedReason: null,
  region: null,
} as unknown as ServiceRow;
const words = {
  category: () => "Eye care",
  runBy: () => "Okapi Ltd",
  kind: () => "a company",
  status: () => "Running",
};
const source = {
  publisher: "Gnu Gazette",
  title: "A list",
  url: "https://gnu.example/list",
  publishedOn: "2026-03",
  isWorkedOut: false,
  speaksOf: "2026-03-01",
  readOn: "2026-11-29",
};

const recordOf = (service: ServiceRow, given: Partial<typeof source> = {}) => {
  const [head = [], cells = []] = servicesCsv([service], new Map([["1", { ...source, ...given }]]), words, {
    origin: "https://map.example",
    definition: DEFAULT_DEFINITION,
  });
  return Object.fromEntries(head.map((name, index) => [name, cells[index]]));
};

test.each([
  ["yes", {}],
  ["yes", { visibility: "area-only" }],
  ["no", { status: "planned" }],
  ["no", { status: "ended" }],
  ["no", { notCounted: "little-activity" }],
  ["no", { notCounted: "no-longer-listed" }],
  ["no", { kind: null }],
  ["no", { kind: "gp-partnership" }],
] as const)("a row says %s to whether it is in the number of the page", (counted, change) => {
  expect(recordOf({ ...row, visibility: "published", ...change } as ServiceRow).counted).toBe(counted);
});

test("a row says who runs it, since when, says who, and when it was last confirmed", () => {
  expect(recordOf(row)).toMatchObject({
    service: "Scans",
    "kind of care": "Eye care",
    "run by": "Okapi Ltd",
    "running since": "2024-04",
    place: "X House",
    town: "Carlisle",
    postcode: "CA1 1AA",
    latitude: "54.90000",
    longitude: "-2.90000",
    "source publisher": "Gnu Gazette",
    "source title": "A list",
    "source web address": "https://gnu.example/list",
    "how we know": "the source says so",
    "date the source is about": "2026-03",
    "date the source was published": "2026-03",
    "date we last read the source": "2026-11-29",
    "last confirmed": "2026-03",
    page: "https://map.example/services/scans",
  });
});

test("what we worked out is told from what a source says, with the day that the source speaks of", () => {
  expect(recordOf(row, { isWorkedOut: true, speaksOf: "2026-02-14" })).toMatchObject({
    "how we know": "worked out from this source",
    "date the source is about": "2026-02-14",
    "date the source was published": "2026-03",
  });
});

test.each([
  [{ position: null }, "how exact the position is", "no single place, or not known"],
  [
    { position: { lon: -2.9, lat: 54.9, precision: "town" } },
    "how exact the position is",
    "exact address not known",
  ],
  [
    { position: { lon: -2.9, lat: 54.9, precision: "postcode" } },
    "how exact the position is",
    "middle of its postcode",
  ],
  [{ position: { lon: -2.9, lat: 54.9, precision: "site" } }, "how exact the position is", "exact"],
  [{ visibility: "disputed" }, "disputed", "yes"],
  [{ visibility: "published" }, "disputed", ""],
  [{ isProviderHidden: true, provider: null }, "source title", ""],
  [{ isProviderHidden: true, provider: null }, "source web address", ""],
  [{ isProviderHidden: true, provider: null }, "source publisher", "Gnu Gazette"],
])("%j is said as the page says it", (given, column, words) => {
  expect(recordOf({ ...row, ...given } as ServiceRow)[column]).toBe(words);
});

test("of a service shown by area only nothing tells where it is", () => {
  const hidden = { ...row, slug: null, name: null }; // a row may hold a place that its page does not show
  const record = recordOf(hidden);
  expect(record).toMatchObject({
    "kind of care": "Eye care",
    "run by": "Okapi Ltd",
    "how exact the position is": "not shown",
  });
  for (const name of [
    "service",
    "place",
    "town",
    "postcode",
    "latitude",
    "source title",
    "source web address",
    "page",
    "source publisher",
    "how we know",
    "date we last read the source",
  ])
    expect(record[name], name).toBe("");
});

test("the headings are those that the documentation promises, in its order", () => {
  const [, after = ""] = readFileSync("docs/api.md", "utf8").split("## `/api/v1/lists/areas/");
  const [section = ""] = after.split("\n## ");
  const promised = [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
  expect(promised).toEqual(SERVICES_CSV_COLUMNS);
});
