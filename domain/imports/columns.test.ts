import { expect, test } from "vitest";
import imports from "@/messages/en/imports.json";
import services from "@/messages/en/services.json";
import { guessMapping, IMPORT_COLUMNS, missingColumns, readMapping, unusedColumns } from "./columns";
import { listReader } from "./read-list";
import { templateCsv } from "./template";

test("headings are guessed in whatever words and order they come", () => {
  const header = ["Provider Name", "Postcode", "NAME", "Type of service", "Lat", "Long", "Notes", "ODS code"];
  expect(guessMapping(header)).toEqual({
    place: 2,
    provider: 0,
    postcode: 1,
    category: 3,
    latitude: 4,
    longitude: 5,
    "register-code": 7,
  });
  // Somebody's notes are no source's words.
  expect(guessMapping(["Comments", "What the source says"])).toEqual({ note: 1 });
  expect(missingColumns(guessMapping(["a", "b"]))).toEqual(["place", "category", "provider"]);
});

test("the template's headings are all understood, and its example can be imported", () => {
  const [head = "", example = ""] = templateCsv().trim().split("\r\n");
  const header = head.split(",");
  const mapping = guessMapping(header);
  expect(Object.keys(mapping)).toHaveLength(IMPORT_COLUMNS.length);
  const read = listReader(mapping, { width: header.length, order: "not-told", today: "2026-11-21" });
  expect(read({ number: 2, raw: example.split(",") }).problems).toEqual([]);
});

test("one column of a file says one thing, and an index that is none is no choice", () => {
  expect(readMapping({ place: "0", town: "0", postcode: "9", address: "", note: "1" }, 3)).toEqual({
    mapping: { place: 0, town: 0, note: 1 },
    twice: ["town"],
  });
});

test("what our own pages call a column is understood as its heading", () => {
  for (const column of IMPORT_COLUMNS)
    expect(guessMapping([imports.columns[column]]), column).toEqual({ [column]: 0 });
  const { runBy, since, status } = services.page;
  const { commissioner, identifier } = services.claim.field;
  expect(guessMapping([runBy, since, status, commissioner, identifier])).toEqual({
    provider: 0,
    "started-on": 1,
    status: 2,
    commissioner: 3,
    "register-code": 4,
  });
});

test("columns of a file that nothing is read from are named", () => {
  expect(unusedColumns(["Place", "Colour", "Provider", "Size"], { place: 0, provider: 2 })).toEqual([
    "Colour",
    "Size",
  ]);
});
