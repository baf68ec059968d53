import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellCentre } from "./cell-centre";
import { inwardNumber, inwardText } from "./inward";
import { letteredDistricts } from "./lettered-districts";
import { monthNumber, monthText } from "./month";
import { nearestNumbers } from "./nearest";
import {
  endedInShard,
  findInShard,
  hasSector,
  isShardIndex,
  isShardOf,
  nearestInShard,
  type PostcodeShard,
  postcodesOfShard,
  SHARD_FORMAT,
  type ShardArea,
  shardEntries,
  shardPath,
} from "./shard";
import { postcodesWithin } from "./within-text";

const area = (kind: ShardArea["kind"], slug: string): ShardArea => ({
  kind,
  code: slug,
  slug,
  nameEn: slug,
  nameCy: null,
});
const gaps = (inwards: readonly string[]) => {
  let before = -1;
  return inwards.map((inward) => {
    const number = inwardNumber(inward);
    const gap = number - before - 1;
    before = number;
    return gap;
  });
};
/** Three live postcodes, the last without a position or an area, and one that is no more. */
const SHARD: PostcodeShard = {
  format: SHARD_FORMAT,
  outcode: "CA2",
  grid: { west: -3, south: 54, lon: 0.1, lat: 0.2 },
  areas: {
    constituency: [area("constituency", "carlisle"), area("constituency", "penrith")],
    council: [area("council", "cumberland")],
    healthBody: [area("icb", "ncic")],
  },
  precisions: ["100m", "small-area"],
  inward: gaps(["4AA", "7HY", "7HZ"]),
  constituency: [1, 2, 0],
  council: [1, 1, 0],
  healthBody: [0, 1, 0],
  column: [0, 3, -1],
  row: [2, 0, 0],
  precision: [0, 1, 5],
  near: [2, 0, 0],
  ended: { inward: gaps(["7HA"]), month: [monthNumber("2019-06")] },
};

describe("a shard", () => {
  it("says of each of its postcodes where it is and in which areas, in order", () => {
    expect(postcodesOfShard(SHARD)).toEqual(["CA2 4AA", "CA2 7HY", "CA2 7HZ"]);
    expect(shardEntries(SHARD)).toEqual([
      {
        postcode: "CA2 4AA",
        constituency: SHARD.areas.constituency[0],
        council: SHARD.areas.council[0],
        healthBody: null,
        lon: -2.95,
        lat: 54.5,
        precision: "100m",
        near: SHARD.areas.constituency[1],
      },
      {
        postcode: "CA2 7HY",
        constituency: SHARD.areas.constituency[1],
        council: SHARD.areas.council[0],
        healthBody: SHARD.areas.healthBody[0],
        lon: -2.65,
        lat: 54.1,
        precision: "small-area",
        near: null,
      },
      {
        postcode: "CA2 7HZ",
        constituency: null,
        council: null,
        healthBody: null,
        lon: null,
        lat: null,
        precision: "none",
        near: null,
      },
    ]);
  });

  it("is asked for one postcode, and knows no other", () => {
    for (const entry of shardEntries(SHARD))
      expect(findInShard(SHARD, entry.postcode.slice(4))).toEqual(entry);
    for (const inward of ["0AA", "4AB", "7HA", "7HX", "9ZZ", "", "7HC"])
      expect(findInShard(SHARD, inward)).toBeNull();
  });

  it("knows when one ended that it has no more", () => {
    expect(endedInShard(SHARD, "7HA")).toBe("2019-06");
    expect(endedInShard(SHARD, "7HY")).toBeNull();
    const { ended: _, ...living } = SHARD;
    expect(endedInShard(living, "7HA")).toBeNull();
  });

  it("has the sectors of its live postcodes", () => {
    expect([..."0123456789"].filter((digit) => hasSector(SHARD, digit))).toEqual(["4", "7"]);
  });

  it("offers those of the sector for one that is not there, else of the district, in order", () => {
    expect(nearestInShard(SHARD, "7HA", 5)).toEqual(["CA2 7HY", "CA2 7HZ"]);
    expect(nearestInShard(SHARD, "7HA", 1)).toEqual(["CA2 7HY"]);
    expect(nearestInShard(SHARD, "4ZZ", 5)).toEqual(["CA2 4AA"]);
    expect(nearestInShard(SHARD, "9AA", 2)).toEqual(["CA2 7HY", "CA2 7HZ"]);
    expect(nearestInShard(SHARD, "0AA", 5)).toEqual(["CA2 4AA", "CA2 7HY", "CA2 7HZ"]);
  });

  it("is believed only in its own layout, and for its own district", () => {
    expect(isShardOf(SHARD, "CA2")).toBe(true);
    expect(isShardOf(SHARD, "CA3")).toBe(false);
    expect(isShardOf({ ...SHARD, format: SHARD_FORMAT - 1 }, "CA2")).toBe(false);
    for (const value of [null, undefined, "CA2", 3]) expect(isShardOf(value, "CA2")).toBe(false);
    expect(isShardIndex({ format: SHARD_FORMAT, hash: "a", outcodes: "CA2 CA3" })).toBe(true);
    expect(isShardIndex({ format: SHARD_FORMAT, hash: "a" })).toBe(false);
    expect(isShardIndex({ format: 0, hash: "a", outcodes: "" })).toBe(false);
    for (const value of [null, undefined, ""]) expect(isShardIndex(value)).toBe(false);
  });

  it("has an address that says the district and no more", () => {
    expect(shardPath("9f86", "CA2")).toBe("/postcodes/9f86/CA2.json");
  });
});

it("whatever postcodes a shard has, each is found again", () => {
  const some = fc.uniqueArray(fc.integer({ min: 0, max: 3999 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(some, (numbers) => {
      const inwards = numbers.toSorted((a, b) => a - b).map(inwardText);
      const none = inwards.map(() => 0);
      const columns = { constituency: none, council: none, healthBody: none, near: none };
      const grid = { column: none, row: none, precision: none };
      const shard = { ...SHARD, ...columns, ...grid, inward: gaps(inwards) };
      expect(postcodesOfShard(shard)).toEqual(inwards.map((inward) => `CA2 ${inward}`));
      for (const inward of inwards) expect(findInShard(shard, inward)?.postcode).toBe(`CA2 ${inward}`);
    }),
  );
});

it("the middle of a cell lies half a cell from its corner, to the metre", () => {
  expect(cellCentre({ west: -3, south: 54, lon: 0.1, lat: 0.2 }, 2, 1)).toEqual({ lon: -2.75, lat: 54.3 });
  expect(cellCentre({ west: 0, south: 0, lon: 1 / 3, lat: 1 / 3 }, 0, 0)).toEqual({
    lon: 0.16667,
    lat: 0.16667,
  });
});

it("a month comes back from its number, and numbers sort as months do", () => {
  const month = fc
    .record({ year: fc.integer({ min: 1, max: 9999 }), of: fc.integer({ min: 1, max: 12 }) })
    .map(({ year, of }) => `${String(year).padStart(4, "0")}-${String(of).padStart(2, "0")}`);
  fc.assert(
    fc.property(month, month, (a, b) => {
      expect(monthText(monthNumber(a))).toBe(a);
      expect(Math.sign(monthNumber(a) - monthNumber(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }),
  );
  expect(monthNumber("2019-12") + 1).toBe(monthNumber("2020-01"));
});

it("the nearest numbers are told in their order, however many there are", () => {
  expect(nearestNumbers([1, 10, 7, 30], 8, 2)).toEqual([7, 10]);
  expect(nearestNumbers([30, 1], 8, 5)).toEqual([1, 30]);
  expect(nearestNumbers([], 8, 5)).toEqual([]);
});

it("the old districts of London are those with one letter more, and a district of its own has none", () => {
  const outcodes = ["E1", "E1W", "EC1A", "EC1V", "EC2A", "W1A", "W1W", "W10"];
  expect(letteredDistricts(outcodes, "EC1")).toEqual(["EC1A", "EC1V"]);
  expect(letteredDistricts(outcodes, "W1")).toEqual(["W1A", "W1W"]);
  expect(letteredDistricts(outcodes, "E1")).toEqual([]);
  expect(letteredDistricts(outcodes, "W")).toEqual([]);
  expect(letteredDistricts(outcodes, "SW1")).toEqual([]);
});

describe("postcodes within a text", () => {
  it.each([
    ["Carlisle CA2 7HY, UK", ["CA2 7HY"]],
    ["ca27hy", ["ca27hy"]],
    ["CA2 7HY or CA2 7HZ", ["CA2 7HY", "CA2 7HZ"]],
    ["CA2 7HY, again ca2-7hy", ["ca2-7hy"]],
    ["SW1A 1AA", ["SW1A 1AA"]],
    ["xCA2 7HY", []],
    ["CA2 7HYx", []],
    ["QQ2 7HY", []],
    ["CA2 7H", []],
    ["", []],
  ])("of %j are %j", (text, found) => {
    expect(postcodesWithin(text)).toEqual(found);
  });
});
