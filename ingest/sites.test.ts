import { expect, test } from "vitest";
import { openGeojson } from "@/ingest/sites-geojson";
import { bytesOf, rowsOf } from "@/ingest/testing-read-list";

const point = (lon: number, lat: number) => ({ type: "Point", coordinates: [lon, lat] });
const feature = (properties: object | null, geometry: object | null) => ({
  type: "Feature",
  geometry,
  properties,
});
const facts = { name: "Quay Eyes", service: "cataracts", provider: "Quay Ltd" };
const geojson = (content: unknown) => openGeojson(bytesOf(JSON.stringify(content)));

test("sites of GeoJSON are rows with a point each; what is no point has none", async () => {
  const list = await geojson({
    type: "FeatureCollection",
    features: [
      feature({ ...facts, tags: { a: 1 }, beds: 4 }, point(-2.9578, 54.8965)),
      feature({ ...facts, name: "By its address", postcode: "CA2 7HY" }, null),
      feature({ ...facts, name: "An outline", town: "Carlisle" }, { type: "Polygon", coordinates: [] }),
      feature({ ...facts, name: "Nowhere" }, null),
    ],
  });
  expect(list.header).toEqual([
    "latitude",
    "longitude",
    "name",
    "service",
    "provider",
    "tags",
    "beds",
    "postcode",
    "town",
  ]);
  expect(await rowsOf(list)).toEqual([
    "2 | Quay Eyes | 54.8965 | eye-care | Quay Ltd",
    "3 | By its address | CA2 7HY | eye-care | Quay Ltd",
    "4 | An outline | Carlisle | eye-care | Quay Ltd",
    "5 refused: where-missing",
  ]);
  expect(await rowsOf(await geojson(feature(facts, point(-2.9578, 54.8965))))).toHaveLength(1);
});

test.each([
  ["cut off", '{"type":"FeatureCollection","features":[', "json-damaged"],
  ["no GeoJSON", '{"type":"Topology"}', "geojson-damaged"],
  ["something else among its features", '{"type":"FeatureCollection","features":[1]}', "geojson-damaged"],
  ["no feature", '{"type":"FeatureCollection","features":[]}', "one-column"],
])("GeoJSON with %s is refused", async (_what, text, code) => {
  await expect(openGeojson(bytesOf(text))).rejects.toMatchObject({ code });
});
