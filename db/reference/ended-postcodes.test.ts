import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { INWARD_COUNT, inwardText } from "@/domain/postcodes/inward";
import { monthNumber, monthText } from "@/domain/postcodes/month";
import { decodeEnded, EndedEncoder, endedMonth, endedRange } from "./ended-postcodes";

const anyRow = fc.record({
  outcode: fc.constantFrom("CA2", "CA27", "BT1", "E1W"),
  inward: fc.integer({ min: 0, max: INWARD_COUNT - 1 }).map(inwardText),
  ended: fc.integer({ min: monthNumber("1970-01"), max: monthNumber("2099-12") }).map(monthText),
});

function tableOf(rows: { outcode: string; inward: string; ended: string }[]) {
  const encoder = new EndedEncoder();
  for (const { outcode, inward, ended } of rows) encoder.add(outcode, inward, ended);
  return decodeEnded(encoder.finish());
}

describe("the packed table of ended postcodes", () => {
  it("gives back every postcode and its month, in whatever order they went in", () => {
    const rows = fc.uniqueArray(anyRow, { selector: ({ outcode, inward }) => `${outcode} ${inward}` });
    fc.assert(
      fc.property(rows, (list) => {
        const table = tableOf(list);
        for (const { outcode, inward, ended } of list) expect(endedMonth(table, outcode, inward)).toBe(ended);
        expect(table.inward).toHaveLength(list.length);
      }),
    );
  });

  it("knows nothing of others", () => {
    const table = tableOf([{ outcode: "CA2", inward: "7HY", ended: "2019-06" }]);
    expect(endedMonth(table, "CA2", "7HZ")).toBeNull();
    expect(endedMonth(table, "CA3", "7HY")).toBeNull();
    expect(endedMonth(table, "CA2", "7HC")).toBeNull();
    expect(endedRange(table, "CA2")).toEqual([0, 1]);
  });

  it("refuses one twice, one that is none, another version, and a file cut short", () => {
    const row = { outcode: "CA2", inward: "7HY", ended: "2019-06" };
    expect(() => tableOf([row, { ...row, ended: "2020-01" }])).toThrow("twice");
    expect(() => tableOf([{ ...row, inward: "7HC" }])).toThrow("not a postcode");
    const encoder = new EndedEncoder();
    encoder.add("CA2", "7HY", "2019-06");
    const bytes = encoder.finish();
    expect(() => decodeEnded(bytes.subarray(0, bytes.length - 1))).toThrow("too early");
    const other = Buffer.from(bytes).toString("latin1").replace('"version":1', '"version":9');
    expect(() => decodeEnded(Buffer.from(other, "latin1"))).toThrow("version 9");
  });
});
