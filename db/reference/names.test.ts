import { statSync } from "node:fs";
import { expect, it } from "vitest";
import { readReferenceTables } from "@/db/seed/reference-tables";
import type { Settlement } from "@/domain/search/settlement";
import { decodeNames, encodeNames, readNames } from "./names";

const dalston: Settlement = {
  name: "Dalston",
  nameCy: null,
  slug: "dalston-cumberland",
  outcode: "CA5",
  people: 4033,
  council: "E06000063",
  constituencies: ["E14001424"],
};
const cardiff: Settlement = {
  ...dalston,
  name: "Cardiff",
  nameCy: "Caerdydd",
  slug: "cardiff",
  constituencies: ["W07000082", "W07000083"],
};

it("gives back what was written, and refuses another format", () => {
  expect(decodeNames(encodeNames([cardiff, dalston]))).toEqual([cardiff, dalston]);
  expect(() => decodeNames(encodeNames([dalston]).replace("names 1", "names 9"))).toThrow("another format");
});

it("ships 25,000 settlements in under 400 kB, each in areas of today, at an address of its own", () => {
  expect(statSync("db/seed/reference/names.br").size).toBeLessThan(400_000);
  const names = readNames();
  expect(names.length).toBeGreaterThan(25_000);
  const { areas } = readReferenceTables();
  const codes = (kind: string) =>
    new Set(areas.filter((area) => area.kind === kind && area.validTo === null).map(({ code }) => code));
  const [seats, councils] = [codes("constituency"), codes("council")];
  const astray = names.filter(
    ({ council, constituencies }) =>
      !councils.has(council) ||
      constituencies.length === 0 ||
      constituencies.some((code) => !seats.has(code)),
  );
  expect(astray).toEqual([]);
  expect(new Set(names.map(({ slug }) => slug)).size).toBe(names.length);
  expect(names.filter(({ slug }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toEqual([]);
});

it("knows facts that are easy to check", () => {
  const bySlug = new Map(readNames().map((settlement) => [settlement.slug, settlement]));
  expect(bySlug.get("dalston-cumberland")?.constituencies).toEqual(["E14001424"]);
  expect(bySlug.get("carlisle")).toMatchObject({ people: 75_399, constituencies: ["E14001152"] });
  expect(bySlug.get("cardiff")).toMatchObject({ nameCy: "Caerdydd", council: "W06000015" });
  expect(bySlug.get("leeds")?.constituencies.length).toBeGreaterThan(7);
  expect(bySlug.get("london")?.constituencies.length).toBeGreaterThan(70);
});
