import { expect, test } from "vitest";
import { openCampaignList } from "@/ingest/campaign-list";
import { openGeojson } from "@/ingest/sites-geojson";
import { openKml } from "@/ingest/sites-kml";
import { bytesOf, rawRowsOf, rowsOf } from "@/ingest/testing-read-list";

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

const placemark = (name: string, more: string) => `<Placemark><name>${name}</name>${more}</Placemark>`;
const data = (name: string, value: string) => `<Data name="${name}"><value>${value}</value></Data>`;
const told = `<ExtendedData>${data("Service", "MRI")}${data("Provider", "InHealth")}</ExtendedData>`;
const kmlOf = (content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>${content}</Folder></Document></kml>`;
const kml = (content: string) => openKml(bytesOf(kmlOf(content)));

test("sites of KML are rows with their own data and without how they are drawn", async () => {
  const where = "<Point><coordinates>-2.9578,54.8965,0</coordinates></Point>";
  const list = await kml(
    placemark(
      "Scans &amp; more",
      `<styleUrl>#red</styleUrl><description><![CDATA[<b>Open</b><br>daily]]></description>${told}${where}`,
    ) +
      placemark(
        "Two",
        `${told}<MultiGeometry><LineString><coordinates>0,51 1,52</coordinates></LineString>${where}</MultiGeometry>`,
      ) +
      placemark("A line", `${told}<LineString><coordinates>0,51 1,52</coordinates></LineString>`),
  );
  expect(await rowsOf(list)).toEqual([
    "2 | Scans & more | 54.8965 | diagnostics-and-scans | InHealth",
    "3 | Two | 54.8965 | diagnostics-and-scans | InHealth",
    "4 refused: where-missing",
  ]);
  expect(list.header).toEqual(["latitude", "longitude", "name", "description", "Service", "Provider"]);
  const [first] = await rawRowsOf(list);
  expect(first?.raw[3]).toBe("Open daily");
});

test.each([
  ["declares entities", `<!DOCTYPE kml [<!ENTITY a "aaaa">]>${kmlOf(placemark("&a;", ""))}`, "kml-damaged"],
  ["is cut off", kmlOf("").slice(0, -20), "kml-damaged"],
  ["has no site", kmlOf(""), "one-column"],
  ["is nested without end", kmlOf("<Folder>".repeat(100_000)), "kml-damaged"],
])("KML that %s is refused", async (_what, text, code) => {
  await expect(openKml(bytesOf(text))).rejects.toMatchObject({ code });
});

test("what is no site among sites is a refused row, and not the end of the file", async () => {
  const list = await geojson({
    type: "FeatureCollection",
    features: [
      { type: "Feature", properties: { ...facts, postcode: "CA2 7HY" } },
      1,
      { type: "Feature", geometry: null, properties: "none" },
    ],
  });
  const rows = await rowsOf(list);
  expect(rows[0]).toBe("2 | Quay Eyes | CA2 7HY | eye-care | Quay Ltd");
  expect(rows.slice(1).map((row) => row.slice(0, 9))).toEqual(["3 refused", "4 refused"]);
});

test("a map file with more columns than a list may have is refused while they are collected", async () => {
  const some = (sites: number, named: (at: number) => string) =>
    geojson({
      type: "FeatureCollection",
      features: Array.from({ length: sites }, (_, at) => feature({ [named(at)]: 1 }, null)),
    });
  await expect(some(16_000, (at) => `p${at}`)).rejects.toMatchObject({
    code: "too-many-columns",
    detail: "100",
  });
  expect((await some(16_000, (at) => `p${at % 100}`)).header).toHaveLength(100);
  await expect(some(20_001, () => "name")).rejects.toMatchObject({ code: "too-many-rows" });
});

test("a heading repeated in thousands of columns is refused before the columns are told apart", async () => {
  const header = "a,".repeat(24_000);
  await expect(openCampaignList(bytesOf(`${header}\n${header}\n`))).rejects.toMatchObject({
    code: "too-many-columns",
    row: 1,
  });
});

test("more sites of KML than a list may have rows are refused as such, in 2 MB of them", async () => {
  const sites = "<Placemark><name>A</name></Placemark>".repeat(20_001);
  await expect(kml(sites)).rejects.toMatchObject({ code: "too-many-rows" });
});

const describedBy = async (text: string) => {
  const list = await kml(placemark("A", `<description><![CDATA[${text}]]></description>`));
  return (await rawRowsOf(list))[0]?.raw[1];
};

test.each([
  ["Waits < 5 weeks & > 3", "Waits < 5 weeks & > 3"],
  ["a<b>bold</b><br/>line<br />two<!-- no --> 1 <2> 3", "a bold line two 1 <2> 3"],
  ['<p class="x">See <a href="https://example.org/">this</a></p>', "See this"],
  ["cut off <b", "cut off <b"],
])("a description keeps what is no tag: %s", async (text, plain) => {
  expect(await describedBy(text)).toBe(plain);
});

test("a description of thousands of signs that begin a tag is read in one go", async () => {
  // Longer than a cell may be, which is said once it was read.
  await expect(describedBy("<".repeat(1_000_000))).rejects.toMatchObject({ code: "cell-too-long", row: 2 });
});
