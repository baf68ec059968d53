import { expect, test } from "vitest";
import type { ListLayout } from "@/domain/imports/list-layout";
import { openCampaignList } from "@/ingest/campaign-list";
import { bytesOf, rowsOf } from "@/ingest/testing-read-list";
import { bookOf, odsBookOf } from "./testing-book";

const HEAD = ["Place", "Postcode", "Kind of care", "Provider"];
const row = (place: string, provider = "Sight Ltd") => [place, "CA2 7HY", "MRI", provider];
const line = (number: number, place: string, provider = "Sight Ltd") =>
  `${number} | ${place} | CA2 7HY | diagnostics-and-scans | ${provider}`;
const LIST = { name: "List", rows: [HEAD, row("A"), row("B")] };
const COVER = { name: "Cover", rows: [["Services in Cumbria"], [], ["By the campaign", "2024"]] };
const NOTES = {
  name: "Notes",
  rows: [
    ["Column", "What it means"],
    ["Provider", "Who runs it"],
    ["x", "y"],
  ],
};

type Told = { sheet?: string; heading?: number; hiddenRows?: number; hiddenColumns?: number };

/** Ten workbooks with several sheets and hidden parts: each with the rows that it reads as, and what is said of it. */
test.each<[string, Buffer, Partial<ListLayout>, string[], Told]>([
  [
    "a cover sheet before the list",
    bookOf([COVER, LIST]),
    {},
    [line(2, "A"), line(3, "B")],
    { sheet: "List" },
  ],
  [
    "a hidden first sheet with rows of its own",
    bookOf([{ name: "Old", state: "hidden", rows: [HEAD, row("Old")] }, LIST]),
    {},
    [line(2, "A"), line(3, "B")],
    { sheet: "List" },
  ],
  [
    "a very hidden sheet of choices, and notes before the list",
    bookOf([NOTES, { name: "Choices", state: "veryHidden", rows: [HEAD, row("No")] }, LIST]),
    {},
    [line(2, "A"), line(3, "B")],
    { sheet: "List", heading: 1 },
  ],
  [
    "two lists: the first is read, the other can be chosen",
    bookOf([LIST, { name: "Ended sites", rows: [["Closed since 2020"], HEAD, row("Z")] }]),
    { sheet: "ended SITES" },
    [line(3, "Z")],
    { sheet: "Ended sites", heading: 2 },
  ],
  [
    "a hidden sheet that is chosen by its name",
    bookOf([LIST, { name: "Old", state: "hidden", rows: [HEAD, row("Old")] }]),
    { sheet: "Old" },
    [line(2, "Old")],
    { sheet: "Old" },
  ],
  [
    "rows that were filtered out",
    bookOf([{ ...LIST, rows: [...LIST.rows, row("C"), row("D")], hiddenRows: [3, 4] }]),
    {},
    [line(2, "A"), line(5, "D")],
    { hiddenRows: 2, hiddenColumns: 0 },
  ],
  [
    "hidden rows and a hidden column, which are asked for",
    bookOf([{ ...LIST, hiddenRows: [3], hiddenColumns: [2] }]),
    { withHidden: true },
    [line(2, "A"), line(3, "B")],
    { hiddenRows: 1, hiddenColumns: 1 },
  ],
  [
    "a hidden column, which is left out",
    bookOf([
      {
        name: "List",
        rows: [
          ["Old name", ...HEAD],
          ["x", ...row("A")],
        ],
        hiddenColumns: [1],
      },
    ]),
    {},
    [line(2, "A")],
    { hiddenColumns: 1 },
  ],
  [
    "a title and a provider merged over several cells, and headings in two lines",
    bookOf([
      {
        name: "List",
        rows: [
          ["Services"],
          ["Place", "Where", "", "Kind of care", "Provider"],
          ["", "Town", "Postcode", "", ""],
          ["A", "Carlisle", "CA2 7HY", "MRI", "Sight Ltd"],
          ["B", "Carlisle", "CA2 7HY", "MRI", ""],
          ["C", "Carlisle", "CA2 7HY", "MRI", "Ears plc"],
        ],
        merges: ["A1:E1", "A2:A3", "B2:C2", "D2:D3", "E2:E3", "E4:E5"],
      },
    ]),
    {},
    [
      "4 | A | Carlisle CA2 7HY | diagnostics-and-scans | Sight Ltd",
      "5 | B | Carlisle CA2 7HY | diagnostics-and-scans | Sight Ltd",
      "6 | C | Carlisle CA2 7HY | diagnostics-and-scans | Ears plc",
    ],
    { heading: 3 },
  ],
  [
    "an OpenDocument workbook: cover, hidden sheet, filtered row, hidden column",
    odsBookOf([
      COVER,
      { name: "Old", state: "hidden", rows: [HEAD, row("Old")] },
      {
        name: "List",
        rows: [
          ["Was", ...HEAD],
          ["w", ...row("A")],
          ["w", ...row("B")],
        ],
        hiddenRows: [3],
        hiddenColumns: [1],
      },
    ]),
    {},
    [line(2, "A")],
    { sheet: "List", hiddenRows: 1, hiddenColumns: 1 },
  ],
])("%s", async (_what, file, asked, rows, told) => {
  const layout = { sheet: "", heading: null, withHidden: false, ...asked };
  const list = await openCampaignList(bytesOf(file), layout);
  expect(await rowsOf(list)).toEqual(rows);
  expect(list.layout).toMatchObject(told);
});

test("a sheet that is not there names those that are", async () => {
  const layout = { sheet: "Lists", heading: null, withHidden: false };
  await expect(openCampaignList(bytesOf(bookOf([COVER, LIST])), layout)).rejects.toMatchObject({
    code: "no-sheet",
    detail: "Cover, List",
  });
});

test("a cell that is merged over the whole sheet costs no more than its rows", async () => {
  const list = await openCampaignList(
    bytesOf(bookOf([{ ...LIST, merges: ["A1:XFD1048576", "D2:D1048576"] }])),
  );
  expect(await rowsOf(list)).toEqual([line(2, "A"), line(3, "B")]);
});
