import { expect, it } from "vitest";
import { readNames } from "@/db/reference/names";
import { welshTownName } from "./welsh-town-names";

const names = readNames();

it("the shipped table has the Welsh names of this list, and no others", () => {
  expect(names.filter(({ name, council, nameCy }) => welshTownName(name, council) !== nameCy)).toEqual([]);
});

it.each([
  ["newport", "Casnewydd"],
  ["newport-pembrokeshire", "Trefdraeth"],
  ["st-davids-pembrokeshire", "Tyddewi"],
  ["st-davids", null],
  ["cowbridge", "Y Bont-faen"],
])("%s is %s", (slug, welsh) => {
  expect(names.find((one) => one.slug === slug)?.nameCy).toBe(welsh);
});
