import { describe, expect, it } from "vitest";
import { namedTownFinder } from "./find-named-town";

const town = (name: string, lon: number, lat: number) => ({ name, lon, lat, population: 1, capital: false });
const part = (name: string, outcode: string, lon: number, lat: number) => ({ name, outcode, lon, lat });

/** Two areas side by side: west of the meridian of Greenwich and east of it. */
const areas = { codeAt: (lon: number) => (lon < 0 ? "WEST" : "EAST") };

const find = namedTownFinder(
  [
    town("Carlisle", -2.94, 54.89),
    town("Newport", -3, 51.6),
    town("Newport", -1.3, 50.7),
    town("Ely", 0.26, 52.4),
  ],
  [
    part("Leeds", "LS1", -1.5478, 53.7965),
    part("Leeds", "LS2", -1.5478, 53.7965),
    part("Leeds", "LS88", -1.9, 53.7),
    part("Langford", "BS40", -2.77, 51.34),
    part("Langford", "SG18", -0.27, 52.05),
    part("Bury St. Edmunds", "IP33", 0.71, 52.24),
  ],
  areas,
);

describe("namedTownFinder", () => {
  it("finds the town of the name in the area it must be in", () => {
    expect(find("Carlisle", "WEST")).toEqual({ lon: -2.94, lat: 54.89, from: "towns" });
    expect(find("Carlisle", "EAST")).toBeNull();
    expect(find("Ely", "EAST")).toMatchObject({ from: "towns" });
  });

  it("does not choose between two towns of one name", () => {
    expect(find("Newport", "WEST")).toBeNull();
    expect(find("Langford", "WEST")).toBeNull();
  });

  it("takes the middle of a large town's outward codes, and spells saints in one way", () => {
    expect(find("Leeds", "WEST")).toEqual({ lon: -1.5478, lat: 53.7965, from: "place-names" });
    expect(find("Bury St Edmunds", "EAST")).toMatchObject({ lat: 52.24 });
    expect(find("Nowhere", "EAST")).toBeNull();
  });
});
