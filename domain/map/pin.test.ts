import { describe, expect, it } from "vitest";
import { parsePinCollection } from "./pin";

const good = {
  type: "Feature",
  geometry: { type: "Point", coordinates: [-2.9578, 54.8965] },
  properties: {
    slug: "pet-ct-cumberland-infirmary",
    name: "PET-CT scans",
    category: "diagnostics",
    categoryLabel: "Diagnostics and scans",
    runBy: "Alliance Medical",
    status: "operating",
    approximate: false,
    place: "Cumberland Infirmary",
  },
};

const collection = (...features: unknown[]) => ({ type: "FeatureCollection", features });

describe("parsePinCollection", () => {
  it("keeps complete features", () => {
    expect(parsePinCollection(collection(good)).features).toEqual([good]);
  });

  it.each([
    ["a feature without coordinates", { ...good, geometry: null }],
    ["a line", { ...good, geometry: { type: "LineString", coordinates: [[0, 0]] } }],
    ["a latitude beyond the pole", { ...good, geometry: { type: "Point", coordinates: [0, 91] } }],
    ["coordinates as text", { ...good, geometry: { type: "Point", coordinates: ["0", "51"] } }],
    ["an unknown status", { ...good, properties: { ...good.properties, status: "open" } }],
    ["nobody who runs it", { ...good, properties: { ...good.properties, runBy: "" } }],
    ["no word on exactness", { ...good, properties: { ...good.properties, approximate: undefined } }],
  ])("leaves out %s and keeps the rest", (_, bad) => {
    expect(parsePinCollection(collection(bad, good)).features).toEqual([good]);
  });

  it.each([[null], [[]], [{ type: "Feature" }], [{ type: "FeatureCollection" }], ["<html>"]])(
    "refuses %j, which is no collection",
    (body) => {
      expect(() => parsePinCollection(body)).toThrow(TypeError);
    },
  );
});
