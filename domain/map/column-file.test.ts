import fc from "fast-check";
import { expect, it } from "vitest";
import { type Column, decodeColumns, encodeColumns } from "./column-file";

const columnOf = (rows: number) =>
  fc
    .constantFrom(1 as const, 2 as const, 4 as const)
    .chain((bytes) =>
      fc
        .array(fc.integer({ min: 0, max: 256 ** bytes - 1 }), { minLength: rows, maxLength: rows })
        .map((values) => ({ bytes, values })),
    );
const table = fc
  .nat({ max: 40 })
  .chain((rows) => fc.array(columnOf(rows), { maxLength: 5 }))
  .map((columns): Column[] => columns.map((column, index) => ({ name: `column ${index}`, ...column })));

it("what is written is read again", () => {
  fc.assert(
    fc.property(table, (columns) => {
      const { head, columns: read } = decodeColumns("t", encodeColumns("t", { kinds: ["a", "b"] }, columns));
      expect(head).toMatchObject({ kinds: ["a", "b"] });
      expect([...read].map(([name, values]) => [name, [...values]])).toEqual(
        columns.map(({ name, values }) => [name, Array.from(values)]),
      );
    }),
  );
});

it("nothing that is cut, longer or changed in its first line is read as a table", () => {
  const file = encodeColumns("t", {}, [{ name: "a", bytes: 2, values: [1, 2, 300] }]);
  const text = new TextDecoder("latin1").decode(file);
  const bytes = (changed: string) => Uint8Array.from(changed, (sign) => sign.charCodeAt(0));
  for (const broken of [
    file.subarray(0, -1),
    new Uint8Array([...file, 0]),
    bytes(text.replace('"rows":3', '"rows":9')),
    bytes(text.replace('"bytes":2', '"bytes":8')),
    bytes(text.replace('"t"', '"u"')),
    bytes("null\n"),
    bytes("<!doctype html>\n"),
    new Uint8Array(),
  ])
    expect(() => decodeColumns("t", broken)).toThrow(RangeError);
});

it.each([
  ["a number that is too large", [{ name: "a", bytes: 1, values: [256] }]],
  ["a number below nought", [{ name: "a", bytes: 1, values: [-1] }]],
  ["a fraction", [{ name: "a", bytes: 4, values: [0.5] }]],
  [
    "columns of two lengths",
    [
      { name: "a", bytes: 1, values: [1] },
      { name: "b", bytes: 1, values: [] },
    ],
  ],
] as [string, Column[]][])("refuses to write %s", (_, columns) => {
  expect(() => encodeColumns("t", {}, columns)).toThrow(RangeError);
});
