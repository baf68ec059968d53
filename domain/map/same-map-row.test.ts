import fc from "fast-check";
import { expect, it } from "vitest";
import type { MapRow } from "./map-row";
import { lineOfMapRow, sameMapRow } from "./same-map-row";

const named = { slug: "gnu", name: "Gnu" };
const ROW: MapRow = {
  id: "1",
  slug: "lenses",
  name: "Lenses",
  category: "eye-care",
  status: "operating",
  mayHaveEnded: false,
  disputed: false,
  kind: "company",
  lon: -2.9,
  lat: 54.9,
  approximate: false,
  place: { ...named, nameCy: null, town: "Carlisle" },
  provider: named,
  isProviderHidden: false,
  groups: [named],
  startedOn: "2024-01",
  lastConfirmedOn: "2026-03-01",
  payer: named,
  areas: [{ ...named, kind: "constituency", nameCy: null }],
  publisher: "Gazette",
  isWorkedOut: false,
};

/** The row once for each letter, number, mark, list and nothing in it that can be another, whatever it is called. */
function others(value: unknown): unknown[] {
  if (typeof value === "string") return [`${value}x`];
  if (typeof value === "number") return [value + 0.0001];
  if (typeof value === "boolean") return [!value];
  if (value === null) return ["x"];
  if (Array.isArray(value))
    return [[], [...value, ...value], ...others(value[0]).map((other) => [other, ...value.slice(1)])];
  return Object.entries(value as object).flatMap(([key, held]) =>
    others(held).map((other) => ({ ...(value as object), [key]: other })),
  );
}

it("tells rows apart that differ in anything at all, and no others", () => {
  const changed = [
    ...(others(ROW) as MapRow[]),
    { ...ROW, provider: null },
    { ...ROW, payer: null },
    { ...ROW, publisher: null },
    { ...ROW, startedOn: null },
  ];
  const lines = new Set([ROW, ...changed].map(lineOfMapRow));
  expect(lines.size).toBe(changed.length + 1);
  for (const other of changed) expect(sameMapRow(ROW, other), JSON.stringify(other)).toBe(false);
  const copy: MapRow = structuredClone(ROW);
  expect(sameMapRow(ROW, copy)).toBe(true);
  expect(lineOfMapRow(copy)).toBe(lineOfMapRow(ROW));
});

it("of any two rows says what a comparison of all their words says", () => {
  const word = fc.constantFrom("a", "b");
  const row = fc.record({
    name: word,
    groups: fc.array(fc.record({ slug: word, name: word }), { maxLength: 3 }),
    areas: fc.array(
      fc.record({
        kind: fc.constantFrom("council" as const, "region" as const),
        slug: word,
        name: word,
        nameCy: fc.option(word),
      }),
      { maxLength: 3 },
    ),
    provider: fc.option(fc.record({ slug: word, name: word })),
  });
  fc.assert(
    fc.property(row, row, (one, other) => {
      const [a, b] = [
        { ...ROW, ...one },
        { ...ROW, ...other },
      ];
      const isSame =
        JSON.stringify([a.name, a.groups, a.areas, a.provider]) ===
        JSON.stringify([b.name, b.groups, b.areas, b.provider]);
      expect(sameMapRow(a, b)).toBe(isSame);
      expect(lineOfMapRow(a) === lineOfMapRow(b)).toBe(isSame);
    }),
  );
});
