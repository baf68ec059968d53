import { expect, it } from "vitest";
import { findPostcode } from "@/server/reference/find-postcode";
import { loadPartial } from "./load-partial";

it("lists the areas of each kind that a district lies in, then those of its sectors", () => {
  const [district, ...sectors] = loadPartial("CA2");
  expect(district).toMatchObject({
    text: "CA2",
    digit: null,
    constituencies: [{ slug: "carlisle" }, { slug: "penrith-and-solway" }],
    councils: [{ kind: "council", slug: "cumberland", share: 1 }],
    healthBodies: [{ kind: "icb", share: 1 }],
  });
  expect(sectors.map(({ text }) => text)).toEqual(["CA2 4", "CA2 5", "CA2 6", "CA2 7"]);
  expect(sectors.reduce((sum, { units }) => sum + units, 0)).toBe(district?.units);
});

it("says the same shares as the look-up itself, of a sector too", () => {
  const sector = loadPartial("CA2").find(({ digit }) => digit === "7");
  const answer = findPostcode("CA2 7");
  if (answer.status !== "partial" || !sector) throw new Error("no such sector");
  expect(sector.units).toBe(answer.units);
  for (const list of ["constituencies", "councils", "healthBodies"] as const) {
    expect(sector[list].map(({ share }) => share)).toEqual(answer[list].map(({ share }) => share));
  }
});

it("counts those of which the list does not say where they are", () => {
  const [district] = loadPartial("BT38");
  expect(district?.unplaced).toBeGreaterThan(0);
  expect(loadPartial("CA2")[0]?.unplaced).toBe(0);
});

it("lists together the districts of London that begin with a text which is none itself", () => {
  const [all, ...sectors] = loadPartial("W1");
  expect(all).toMatchObject({ text: "W1", digit: null, districts: expect.arrayContaining(["W1A", "W1W"]) });
  expect(all?.constituencies[0]).toMatchObject({ slug: "cities-of-london-and-westminster" });
  expect(sectors).toEqual([]);
  expect(loadPartial("CA2")[0]?.districts).toEqual([]);
});

it.each(["CA99", "ca2", "CA2 7", "Carlisle", "CA27HY", "JE2", ""])("%j is no district", (text) => {
  expect(loadPartial(text)).toEqual([]);
});
