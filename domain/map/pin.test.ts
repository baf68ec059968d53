import { describe, expect, it } from "vitest";
import { SERVICE_STATUSES } from "@/domain/services/service";
import { parsePinCollection, pinStatusOf } from "./pin";

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
    mayHaveEnded: false,
    disputed: false,
    approximate: false,
    place: "Cumberland Infirmary",
  },
};

const collection = (...features: unknown[]) => ({ type: "FeatureCollection", features });

it("what is no longer listed is none of those that are open, and what is planned or has ended stays that", () => {
  expect(SERVICE_STATUSES.map((status) => pinStatusOf({ status, notCounted: "no-longer-listed" }))).toEqual([
    "no-longer-listed",
    "planned",
    "ended",
  ]);
  expect(SERVICE_STATUSES.map((status) => pinStatusOf({ status }))).toEqual([...SERVICE_STATUSES]);
});

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
    [
      "no word on whether it is disputed",
      { ...good, properties: { ...good.properties, disputed: undefined } },
    ],
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
