import { describe, expect, it } from "vitest";
import { confirmedInPart, idsIn, inForceOfEach, readClaims, sourcesOf } from "./reading";
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
