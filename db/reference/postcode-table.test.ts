import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { INWARD_COUNT, inwardText } from "@/domain/postcodes/inward";
import { decodePostcodes } from "./postcode-decode";
import { PostcodeEncoder } from "./postcode-encode";
import type { PostcodeRow } from "./postcode-rows";
import { liveNeighbours, sharesOfRange } from "./postcode-summary";
import { findInTable, outcodeRange, sectorRange } from "./postcode-table";

const row = (outcode: string, inward: string, more: Partial<PostcodeRow> = {}): PostcodeRow => ({
  outcode,
  inward,
  constituency: "A1",
  council: "B1",
  healthBody: "C1",
  position: [-3, 55],
  precision: "100m",
  near: null,
  ...more,
});

function tableOf(rows: PostcodeRow[]) {
  const encoder = new PostcodeEncoder();
  for (const each of rows) encoder.add(each);
  return decodePostcodes(encoder.finish());
}

const anyRow = fc.record({
  outcode: fc.constantFrom("CA2", "CA27", "BT1", "E1W", "ZE3"),
  inward: fc.integer({ min: 0, max: INWARD_COUNT - 1 }).map(inwardText),
  constituency: fc.constantFrom("A1", "A2", "A3", null),
  council: fc.constantFrom("B1", "B2", null),
  healthBody: fc.constantFrom("C1", "C2", null),
  near: fc.constantFrom("A1", "A3", "A4", null, null, null),
  position: fc.option(
    fc.tuple(
      fc.double({ min: -8.6, max: 1.8, noNaN: true }),
      fc.double({ min: 49.85, max: 60.9, noNaN: true }),
    ),
  ),
});

describe("the packed table", () => {
  it("gives back every postcode that went in, in whatever order, to its grid cell", () => {
    const rows = fc.uniqueArray(anyRow, { selector: ({ outcode, inward }) => `${outcode} ${inward}` });
    fc.assert(
      fc.property(rows, (list) => {
        const table = tableOf(list.map((r) => ({ ...r, precision: r.position ? "small-area" : "none" })));
        for (const { outcode, inward, position, ...areas } of list) {
          const found = findInTable(table, outcode, inward);
          expect(found).toMatchObject({ postcode: `${outcode} ${inward}`, ...areas });
          expect(Math.abs((found?.lon ?? 0) - (position?.[0] ?? 0))).toBeLessThan(0.00076);
          expect(Math.abs((found?.lat ?? 0) - (position?.[1] ?? 0))).toBeLessThan(0.00046);
          expect(found?.precision).toBe(position ? "small-area" : "none");
        }
      }),
    );
  });

  it("refuses a postcode twice, a made-up one, and a precision without a position", () => {
    expect(() => tableOf([row("CA2", "7HY"), row("CA2", "7HY")])).toThrow("twice");
    expect(() => tableOf([row("CA2", "7HC")])).toThrow("not a postcode");
    expect(() => tableOf([row("CA2", "7HY", { position: null })])).toThrow("precision");
  });

  it("refuses another version and a file cut short", () => {
    const encoder = new PostcodeEncoder();
    encoder.add(row("CA2", "7HY"));
    const bytes = encoder.finish();
    expect(() => decodePostcodes(bytes.subarray(0, bytes.length - 1))).toThrow("too early");
    const other = Buffer.from(
      Buffer.from(bytes).toString("latin1").replace('"version":2', '"version":9'),
      "latin1",
    );
    expect(() => decodePostcodes(other)).toThrow("version 9");
  });
});

describe("ranges", () => {
  const table = tableOf([
    row("CA2", "6AA", { constituency: "A2" }),
    row("CA2", "7AA"),
    row("CA2", "7HY"),
    row("CA2", "7ZZ", { constituency: "A2" }),
    row("CA2", "8AA", { constituency: null, position: null, precision: "none" }),
    row("CA27", "0AA"),
  ]);

  it("finds outward codes and sectors, and nothing where there is none", () => {
    expect(outcodeRange(table, "CA2")).toEqual([0, 5]);
    expect(outcodeRange(table, "CA3")).toBeNull();
    expect(sectorRange(table, "CA2", "7")).toEqual([1, 4]);
    expect(sectorRange(table, "CA2", "9")).toBeNull();
    expect(findInTable(table, "CA2", "7HZ")).toBeNull();
    expect(findInTable(table, "CA28", "7HZ")).toBeNull();
  });

  it("shares out the postcodes whose area is known", () => {
    expect(sharesOfRange(table, [0, 5]).constituencies).toEqual([
      { code: "A1", units: 2, share: 0.5 },
      { code: "A2", units: 2, share: 0.5 },
    ]);
  });

  it("offers the live neighbours of the sector, else of the outward code", () => {
    expect(liveNeighbours(table, "CA2", "7HZ", 2)).toEqual(["CA2 7AA", "CA2 7HY"]);
    expect(liveNeighbours(table, "CA27", "5AA", 2)).toEqual(["CA27 0AA"]);
    expect(liveNeighbours(table, "ZE9", "5AA", 2)).toEqual([]);
  });
});
