import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type FileRow, openCampaignList, openPastedList } from "@/ingest/campaign-list";
import { FileRefusal } from "@/ingest/spreadsheet-refusal";

async function* pieces(bytes: Buffer, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
const open = (text: string | Buffer, size = 7) => openCampaignList(pieces(Buffer.from(text as string), size));

async function allOf(slices: AsyncIterable<FileRow[]>): Promise<FileRow[]> {
  const rows = [];
  for await (const slice of slices) rows.push(...slice);
  return rows;
}
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

const cell = fc.oneof(
  fc.constantFrom("", "Clinic", "Ysbyty Môn", "a, b", "two\nlines", "two\r\nlines", 'a "word"', "€5", " x "),
  fc
    .string({ maxLength: 8 })
    .map((text) => text.replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "")),
);

test("whatever its cells and line ends, a list reads as the whole of it would at once, each time it is read", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }),
      fc.constantFrom("\n", "\r\n", "\r"),
      fc.integer({ min: 1, max: 40 }),
      async (cells, end, size) => {
        fc.pre(cells.some((row) => row.some((one) => one.trim() !== "")));
        // A line end within a cell is as the file's own, or a reader could not tell lines apart.
        const text = [["Place", "Care", "Provider"], ...cells]
          .map((row) => row.map((one) => quoted(one.replace(/\r?\n/g, end))).join(","))
          .join(end);
        const list = await open(text, size);
        const rows = await allOf(list.slices());
        const whole = parse(text, { record_delimiter: ["\r\n", "\n", "\r"] }).slice(1);
        // Every line that a row has, of all rows before it, stands before it in the file.
        const heights = cells.map((row) => 1 + (row.join("").match(/\n/g)?.length ?? 0));
        const begins = heights.map((_, at) => 2 + heights.slice(0, at).reduce((sum, one) => sum + one, 0));
        const filled = cells.flatMap((row, at) => (row.some((one) => one.trim() !== "") ? [begins[at]] : []));
        expect(rows.map(({ number }) => number)).toEqual(filled);
        expect(list.header).toEqual(["Place", "Care", "Provider"]);
        expect(rows.map(({ raw }) => raw)).toEqual(
          whole.filter((row) => row.some((one: string) => one.trim() !== "")),
        );
        expect(await allOf(list.slices())).toEqual(rows);
      },
    ),
  );
});

test("a row's number is the line it begins on", async () => {
  const list = await open('Place,Care\n\n"one\ntwo",x\n\nthree,y\n');
  expect(await allOf(list.slices())).toEqual([
    { number: 3, raw: ["one\ntwo", "x"] },
    { number: 6, raw: ["three", "y"] },
  ]);
  expect(list.cleaned()).toEqual(["empty-rows"]);
  expect(await allOf((await open("sep=;\nPlace;Care\na;b\n")).slices())).toEqual([
    { number: 3, raw: ["a", "b"] },
  ]);
});

test("rows come some hundreds at a time", async () => {
  const list = await open(`Place,Care\n${"a,b\n".repeat(1200)}`, 1000);
  const sizes = [];
  for await (const slice of list.slices()) sizes.push(slice.length);
  expect(sizes).toEqual([500, 500, 200]);
});

test("empty lines are no rows, however many: nothing behind them is lost", async () => {
  const list = await open(`Place,Care\n${",\n".repeat(30_000)}last,row\n${"\n".repeat(30_000)}`, 65_536);
  expect(await allOf(list.slices())).toEqual([{ number: 30_002, raw: ["last", "row"] }]);
});

test("one row too many is refused, and a letter on both sides of two pieces is one", async () => {
  const list = await open(`Place,Care\n${"a,b\n".repeat(20_001)}`, 65_536);
  await expect(allOf(list.slices())).rejects.toEqual(new FileRefusal("too-many-rows", null, "20000"));
  const letters = await open(`Place,Care\n${`${"ŵ".repeat(2000)},b\n`.repeat(40)}`, 3);
  expect((await allOf(letters.slices())).every(({ raw }) => raw[0] === "ŵ".repeat(2000))).toBe(true);
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("Place\tCare\nMôn\tŵ\n", "utf16le")]);
  const wide = await openCampaignList(pieces(utf16, 5));
  expect([await allOf(wide.slices()), wide.cleaned()]).toEqual([
    [{ number: 2, raw: ["Môn", "ŵ"] }],
    ["utf-16", "tabs"],
  ]);
});

test("a table that was pasted reads the same", async () => {
  const list = await openPastedList("\n  \nPlace\tCare\na\t\nb\tc");
  expect(await allOf(list.slices())).toEqual([
    { number: 2, raw: ["a", ""] },
    { number: 3, raw: ["b", "c"] },
  ]);
  const unseen = await openPastedList("Pla\u200Bce\tCare\nSpa\u00ADMedica\t\uFEFFeye care\n");
  expect([unseen.header, await allOf(unseen.slices()), unseen.cleaned()]).toEqual([
    ["Place", "Care"],
    [{ number: 2, raw: ["SpaMedica", "eye care"] }],
    ["tabs", "hidden-characters"],
  ]);
  await expect(openPastedList("  ")).rejects.toEqual(new FileRefusal("empty"));
});
