import { expect, it } from "vitest";
import { readConstituencyNames } from "./constituency-names";
import { readConstituencyOverlap } from "./constituency-overlap";

const HEADER = "code_2010,code_2024,name_2024,share_of_old_population,share_of_old_area";
const file = (...rows: string[]) => [HEADER, ...rows].join("\n");

it("reads which constituency became which, by people", () => {
  const text = file("E14000001,E14001001,North,0.6,0.7", "E14000001,E14001002,South,0.41,0.3");
  expect(readConstituencyOverlap("overlap.csv", text)).toEqual([
    { from: "E14000001", to: "E14001001", share: 0.6 },
    { from: "E14000001", to: "E14001002", share: 0.41 },
  ]);
});

it.each([
  [file("E14000001,X,North,1,1"), 'row 2, column "code_2024"'],
  [file("E14000001,E14001001,North,1.2,1"), 'row 2, column "share_of_old_population"'],
  [file("E14000001,E14001001,North,,1"), "not a share"],
  [file("E14000001,E14001001,North,1,1", "E14000002,E14001001,North,0.5,1"), "row 3"],
  ["code_2010,name\nE14000001,x", 'column "code_2024": this column is missing'],
])("refuses %s", (text, message) => {
  expect(() => readConstituencyOverlap("overlap.csv", text)).toThrow(message);
});

it("reads the names of the old ones, and refuses a list of something else", () => {
  const names = readConstituencyNames("names.csv", "PCON20CD,PCON20NM\nE14000001,Old North\n");
  expect(names.get("E14000001")).toBe("Old North");
  expect(() => readConstituencyNames("names.csv", "PCON20CD,PCON20NM\nE06000001,Hartlepool\n")).toThrow(
    "row 2",
  );
});
