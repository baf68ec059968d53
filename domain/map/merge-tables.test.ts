import fc from "fast-check";
import { expect, it } from "vitest";
import { AREA_KINDS } from "@/domain/areas/area";
import { decodeAddedRows, encodeAddedRows, rowSources } from "./added-file";
import { decodeFacts, encodeFacts } from "./map-facts";
import type { MapRow } from "./map-row";
import type { MapTable } from "./mask-pins";
import { mergeTables } from "./merge-tables";
import { decodePins, encodePins } from "./pin-file";

const slug = fc.constantFrom("gnu", "okapi", "zebra", "ibis");
const named = fc.option(
  slug.map((one) => ({ slug: one, name: one })),
  { nil: null },
);
/** A group of each provider: the same wherever the provider stands. */
const groupsOf = (provider: string | undefined) =>
  provider === "gnu" ? [{ slug: "herd", name: "Herd" }] : [];

const row = fc
  .record({
    lon: fc.integer({ min: -5, max: -3 }),
    lat: fc.integer({ min: 51, max: 53 }),
    category: fc.constantFrom("eye-care", "gp-practice", "dialysis"),
    kind: fc.constantFrom("company", "charity", "not-known"),
    status: fc.constantFrom("operating", "planned", "ended"),
    approximate: fc.boolean(),
    provider: named,
    payer: named,
    lastConfirmedOn: fc.constantFrom(null, "2024", "2025-04", "2026-03-01"),
    areas: fc.array(fc.record({ kind: fc.constantFrom(...AREA_KINDS), slug }), { maxLength: 3 }),
  })
  .map((one) => ({ ...one, groups: groupsOf(one.provider?.slug) }) as unknown as MapRow);

const tableOf = (rows: readonly MapRow[]): MapTable => ({
  pins: decodePins(encodePins(rows).file),
  facts: decodeFacts(encodeFacts(rows)),
});

it("gives the very table that new files of everything would give, whatever was added", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(row, fc.boolean()), { maxLength: 30 }), (made) => {
      const { order } = encodePins(made.map(([one]) => one));
      const sorted = order.flatMap((index) => (made[index] ? [made[index]] : []));
      const [base, added] = [false, true].map((wanted) =>
        sorted.flatMap(([one, isAdded]) => (isAdded === wanted ? [one] : [])),
      );
      const at = sorted.flatMap(([, isAdded], index) => (isAdded ? [index] : []));
      const from = rowSources(base?.length ?? 0, decodeAddedRows(encodeAddedRows(at)));
      const merged = mergeTables(tableOf(base ?? []), tableOf(added ?? []), from);
      expect(merged).toEqual(tableOf(sorted.map(([one]) => one)));
      // Where a card's page of details is found.
      for (const [index, [one]] of sorted.entries())
        expect((from.isAdded[index] ? added : base)?.[from.row[index] ?? 0]).toBe(one);
    }),
  );
});

it("refuses rows that do not rise, or lie outside", () => {
  expect(() => decodeAddedRows(encodeAddedRows([3, 3]))).toThrow(RangeError);
  expect(() => rowSources(2, new Uint32Array([3]))).toThrow(RangeError);
});
