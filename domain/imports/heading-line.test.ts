import { expect, it } from "vitest";
import { headingAt, sheetWithList } from "./heading-line";

it.each([
  [
    "headings first",
    [
      ["Place", "Postcode"],
      ["Clinic", "CA2 7HY"],
    ],
    0,
  ],
  ["a title above", [["Services in Cumbria"], ["Place", "Postcode"], ["Clinic", "CA2 7HY"]], 1],
  [
    "a title and a date beside each other above many columns",
    [
      ["Published", "October 2025"],
      ["", ""],
      ["a", "b", "c", "d", "e"],
      ["1", "2", "3", "4", "5"],
    ],
    2,
  ],
  [
    "few headings that we know over wide rows",
    [
      ["Name", "Postcode"],
      ["x", "y", "1", "2", "3", "4"],
    ],
    0,
  ],
  ["no table at all", [["one"], ["two"]], 0],
  ["nothing", [], 0],
])("%s", (_what, lines, at) => expect(headingAt(lines)).toBe(at));

it.each<[string, string[][], number]>([
  [
    "one heading that we know is an accident",
    [
      ["Place", "x"],
      ["Clinic", "CA2 7HY"],
    ],
    0,
  ],
  [
    "headings in two lines: the second has more",
    [
      ["Place", "Postcode"],
      ["Place", "Postcode", "Provider"],
    ],
    1,
  ],
  [
    "headings in two lines: the second has as many",
    [
      ["Place", "Postcode"],
      ["Place", "Postcode"],
    ],
    0,
  ],
  [
    "nothing known, and a line half as full as the fullest",
    [["a"], ["a", "b", " "], ["1", "2", "3", "4"]],
    1,
  ],
  [
    "nothing known, and a line less than half as full",
    [
      ["a", ""],
      ["a", "b"],
      ["1", "2", "3", "4", "5"],
    ],
    2,
  ],
])("%s", (_what, lines, at) => expect(headingAt(lines)).toBe(at));

const LIST = [
  ["Place", "Postcode", "Provider"],
  ["Clinic", "CA2 7HY", "Sight Ltd"],
];
it.each<[string, string[][][], number]>([
  ["the one with headings that we know", [[["Read me"]], LIST], 1],
  ["the one with most of them", [[["Place", "Postcode"]], LIST, LIST], 1],
  [
    "without any, the first that is a table",
    [
      [["Read me"], ["one cell a line", ""]],
      [["a", "b"]],
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    2,
  ],
  ["without any table, the first", [[["Read me"]], [["Notes"]]], 0],
  ["of none, the first", [], 0],
  [
    "one heading that we know is no list before a table",
    [
      [["Place", ""]],
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    1,
  ],
])("of several sheets: %s", (_what, sheets, at) => expect(sheetWithList(sheets)).toBe(at));
