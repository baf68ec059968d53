import { expect, it } from "vitest";
import { headingAt } from "./heading-line";

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
