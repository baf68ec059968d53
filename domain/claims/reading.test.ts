import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { confirmedInPart, idsIn, inForceOfEach, readClaims, sourcesOf, speaksOf } from "./reading";
import { claimOf, recordedClaim, SOURCE_READ } from "./testing";

describe("the claims of a record", () => {
  it("stand with those that hold now first, then the newest", () => {
    const read = readClaims([
      recordedClaim({ id: "old", confirmedOn: "2023-01-01" }),
      recordedClaim({ id: "held", confirmedOn: "2025-01-01" }),
      recordedClaim({ id: "replaced", confirmedOn: "2026-01-01", supersededBy: "held" }),
      recordedClaim({ id: "other", field: "status", value: "operating", confirmedOn: "2024-01-01" }),
    ]);
    expect(read.map(({ id, isInForce }) => [id, isInForce])).toEqual([
      ["held", true],
      ["other", true],
      ["replaced", false],
      ["old", false],
    ]);
  });

  it("are not mixed up between records", () => {
    const held = inForceOfEach([
      recordedClaim({ id: "a", recordId: "r1", confirmedOn: "2024-01-01" }),
      recordedClaim({ id: "b", recordId: "r2", confirmedOn: "2025-01-01" }),
    ]);
    expect(held.map(({ id }) => id).sort()).toEqual(["a", "b"]);
  });
});

it("names each source once, the newest first and the undated last", () => {
  const newer = { ...SOURCE_READ, id: "s2", publishedOn: "2025-09-26" };
  const undated = { ...SOURCE_READ, id: "s3", publishedOn: null };
  const all = [undated, SOURCE_READ, newer, SOURCE_READ].map((one) => ({ source: one }));
  expect(sourcesOf(all).map(({ id }) => id)).toEqual(["s2", "s1", "s3"]);
});

it.each([
  ["2024-04", "2024-04-01", "2024-04"],
  ["2024", "2024-01-01", "2024"],
  ["2024-04", "2024-04-02", "2024-04-02"],
  ["2024-04-01", "2024-04-01", "2024-04-01"],
  [null, "2024-04-01", "2024-04-01"],
])("a source of %s that confirms on %s is shown as %s", (publishedOn, confirmedOn, shown) => {
  const read = claimOf({ confirmedOn, source: { ...SOURCE_READ, publishedOn } });
  expect(confirmedInPart(read)).toBe(shown);
});

it("finds the records that a value points at", () => {
  expect(idsIn({ placeId: "p", addressKey: "main" })).toEqual(["p"]);
  expect(["a name", null, 3, { scheme: "x" }].flatMap(idsIn)).toEqual([]);
});

it("names sources of one day in the order of their titles, one without a title first", () => {
  const titles = ["Zebu", null, "Article", "Midlands"];
  const all = titles.map((title, at) => ({ source: { ...SOURCE_READ, id: `s${at}`, title } }));
  expect(sourcesOf(all).map(({ title }) => title)).toEqual([null, "Article", "Midlands", "Zebu"]);
});

it("gives the claims of one day in one order, however they come", () => {
  const claims = ["c", "a", "d", "b"].map((id) =>
    recordedClaim({ id, field: "specialty", recordType: "service", value: id }),
  );
  fc.assert(
    fc.property(fc.shuffledSubarray(claims, { minLength: claims.length }), (shuffled) => {
      expect(readClaims(shuffled).map(({ id }) => id)).toEqual(["a", "b", "c", "d"]);
    }),
  );
});

it("has of each record only what holds, with all its facts", () => {
  const held = inForceOfEach([
    recordedClaim({ id: "a", recordId: "r1", confirmedOn: "2024-01-01" }),
    recordedClaim({ id: "b", recordId: "r1", confirmedOn: "2025-01-01" }),
    recordedClaim({ id: "c", recordId: "r1", field: "status", value: "operating" }),
    recordedClaim({ id: "d", recordId: "r2", confirmedOn: "2023-01-01" }),
  ]);
  expect(held.map(({ id }) => id).sort()).toEqual(["b", "c", "d"]);
});

it.each([
  ["a whole month", "2026-04-01", "2026-04-30", { from: "2026-04", to: null }],
  ["two months", "2026-04-01", "2026-05-31", { from: "2026-04-01", to: "2026-05-31" }],
  ["no period", null, null, { from: "2024-04", to: null }],
  ["a period without its end", "2026-04-01", null, { from: "2024-04", to: null }],
  ["a period without its beginning", null, "2026-04-30", { from: "2024-04", to: null }],
])(
  "a fact of a source that counts %s is of that time, else of the day it was confirmed",
  (_, from, to, time) => {
    const source = { ...SOURCE_READ, periodFrom: from, periodTo: to };
    expect(speaksOf(claimOf({ source }))).toEqual(time);
  },
);

it("takes for the id of a record no number and no key that says something else", () => {
  expect(idsIn({ areaId: 3, key: "x", providerId: "p", Identity: "no" })).toEqual(["p"]);
  expect(idsIn(undefined)).toEqual([]);
});
