import { describe, expect, it } from "vitest";
import type { Claim } from "@/domain/claims/claim";
import {
  type ClaimRead,
  confirmedInPart,
  idsIn,
  inForceOfEach,
  readClaims,
  type SourceRead,
  sourcesOf,
} from "./reading";

const source: SourceRead = {
  id: "s1",
  kind: "news",
  title: "Article",
  publisher: "News & Star",
  url: null,
  publishedOn: "2024-04",
  periodFrom: null,
  periodTo: null,
  note: null,
};

function claim(given: Partial<Claim & { source: SourceRead }> = {}): Claim & { source: SourceRead } {
  return {
    id: "c1",
    recordType: "service",
    recordId: "r1",
    field: "name",
    value: "A name",
    validFrom: null,
    validTo: null,
    sourceId: "s1",
    says: "Says so.",
    confirmedOn: "2024-04-01",
    recordedAt: new Date("2026-01-01T00:00:00Z"),
    supersededBy: null,
    source,
    ...given,
  };
}

describe("the claims of a record", () => {
  it("stand with those that hold now first, then the newest", () => {
    const read = readClaims([
      claim({ id: "old", confirmedOn: "2023-01-01" }),
      claim({ id: "held", confirmedOn: "2025-01-01" }),
      claim({ id: "replaced", confirmedOn: "2026-01-01", supersededBy: "held" }),
      claim({ id: "other", field: "status", value: "operating", confirmedOn: "2024-01-01" }),
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
      claim({ id: "a", recordId: "r1", confirmedOn: "2024-01-01" }),
      claim({ id: "b", recordId: "r2", confirmedOn: "2025-01-01" }),
    ]);
    expect(held.map(({ id }) => id).sort()).toEqual(["a", "b"]);
  });
});

it("names each source once, the newest first and the undated last", () => {
  const newer = { ...source, id: "s2", publishedOn: "2025-09-26" };
  const undated = { ...source, id: "s3", publishedOn: null };
  const all = [undated, source, newer, source].map((one) => ({ source: one }));
  expect(sourcesOf(all).map(({ id }) => id)).toEqual(["s2", "s1", "s3"]);
});

it.each([
  ["2024-04", "2024-04-01", "2024-04"],
  ["2024", "2024-01-01", "2024"],
  ["2024-04", "2024-04-02", "2024-04-02"],
  ["2024-04-01", "2024-04-01", "2024-04-01"],
  [null, "2024-04-01", "2024-04-01"],
])("a source of %s that confirms on %s is shown as %s", (publishedOn, confirmedOn, shown) => {
  const read: ClaimRead = { ...claim({ confirmedOn, source: { ...source, publishedOn } }), isInForce: true };
  expect(confirmedInPart(read)).toBe(shown);
});

it("finds the records that a value points at", () => {
  expect(idsIn({ placeId: "p", addressKey: "main" })).toEqual(["p"]);
  expect(["a name", null, 3, { scheme: "x" }].flatMap(idsIn)).toEqual([]);
});
