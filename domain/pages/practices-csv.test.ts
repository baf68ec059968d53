import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { toCsv } from "@/domain/csv-out";
import { PRACTICES_CSV_COLUMNS, type PracticeRow, practicesCsv } from "./practices-csv";

const practice: PracticeRow = {
  slug: "castle",
  name: "Castle Surgery",
  town: "Carlisle",
  postcode: "CA1 1AA",
  kind: "others",
  holder: "Okapi Health Ltd",
  companyNumber: "01234567",
  since: "2017-09-20",
  registeredOn: "2021-02-01",
  locationId: "1-123",
  confirmedOn: "2024-10-01",
};
const recordOf = (row: Partial<PracticeRow>) => {
  const [names = [], cells = []] = practicesCsv(
    [{ ...practice, ...row }],
    (kind) => kind,
    "https://map.example",
  );
  return Object.fromEntries(names.map((name, index) => [name, cells[index]]));
};

test("says who is registered, since when, and where to check it", () => {
  expect(recordOf({})).toEqual({
    practice: "Castle Surgery",
    town: "Carlisle",
    postcode: "CA1 1AA",
    "registered to": "others",
    organisation: "Okapi Health Ltd",
    "company number": "01234567",
    "registered since": "2017-09-20",
    "date of the registration": "2021-02-01",
    "source publisher": "Care Quality Commission",
    "source web address": "https://www.cqc.org.uk/location/1-123",
    "date the source is about": "2024-10-01",
    page: "https://map.example/places/castle",
  });
});

test.each([
  ["a doubt", { kind: "doubt" }, ["organisation", "company number", "registered since"]],
  ["a partnership", { kind: "partnership", holder: null, companyNumber: null }, ["registered since"]],
  ["a name that is withheld", { name: "" }, ["practice", "page"]],
] as const)("of %s it says less", (_, row, empty) => {
  const record = recordOf(row);
  for (const column of empty) expect(record[column], column).toBe("");
});

test("a name that a spreadsheet would run is text", () => {
  const csv = toCsv(practicesCsv([{ ...practice, name: '=HYPERLINK("x")' }], (kind) => kind, ""));
  expect(csv.split("\r\n")[1]?.startsWith("\"'=HYPERLINK")).toBe(true);
});

test("the headings are those that the documentation promises, in its order", () => {
  const [, after = ""] = readFileSync("docs/api.md", "utf8").split("{slug}/practices`\n");
  const [section = ""] = after.split("\n## ");
  const promised = [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
  expect(promised).toEqual(PRACTICES_CSV_COLUMNS);
});
