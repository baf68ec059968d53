import { expect, test } from "vitest";
import { findNames } from "@/server/search/find-names";
import { publicNames } from "@/server/search/public-names";
import { servePagesOfShippedData } from "@/server/starter/testing-shipped";

servePagesOfShippedData();

async function found(query: string) {
  const { index } = await publicNames();
  return findNames(query, 20, index).names;
}

test("SpaMedica has two clinics in Bolton, of two codes: each is found once, by the name that tells it from the other", async () => {
  const clinics = (await found("spamedica bolton")).filter(({ kind }) => kind === "place");
  expect(clinics.map(({ name, path }) => [name, path])).toEqual([
    ["SpaMedica Bolton", "/places/spamedica-bolton"],
    ["SpaMedica Eye Hospital Bolton", "/places/spamedica-eye-hospital-bolton"],
  ]);
  for (const [code, name] of [
    ["NPG08", "SpaMedica Bolton"],
    ["NPG09", "SpaMedica Eye Hospital Bolton"],
  ] as const)
    expect((await found(code)).map((one) => one.name)).toEqual([name]);
});

test.each([
  ["bpas", []],
  ["circle", ["Circle Health Group"]],
  ["operose", ["HCRG Care Group"]],
  ["phl group", ["Partnering Health Limited"]],
  ["dr maassarani & partners ltd", ["Dr Maassarani & Partners Ltd"]],
  ["omnes healthcare ltd", ["Omnes Healthcare"]],
  ["locala", ["Locala Community Partnerships"]],
])("%s, among all that the project ships: %j first", async (query, expected) => {
  expect((await found(query)).slice(0, 1).map(({ name }) => name)).toEqual(expected);
});

test("no organisation that is found stands twice", async () => {
  for (const query of ["maassarani", "omnes healthcare", "locala", "dmc healthcare", "ssp health"]) {
    const names = (await found(query)).flatMap((one) =>
      one.kind === "provider" ? [one.name.toLowerCase()] : [],
    );
    expect(names).toEqual([...new Set(names)]);
  }
});
