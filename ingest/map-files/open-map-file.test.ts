import { expect, test } from "vitest";
import { openOcds } from "@/ingest/ocds-notices";
import { openGeojson } from "@/ingest/sites-geojson";
import { openKml } from "@/ingest/sites-kml";
import { bytesOf, rawRowsOf } from "@/ingest/testing-read-list";
import { residentMegabytes } from "@/ingest/workbook/watch-process";
import { openMapFile } from "./open-map-file";

const KML =
  "<kml><Document><Placemark><name>Quay Eyes</name><Point><coordinates>-2.9,54.8</coordinates></Point></Placemark></Document></kml>";
const GEOJSON = JSON.stringify({
  type: "FeatureCollection",
  features: Array.from({ length: 600 }, (_, at) => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: [-2.9, 54.8] },
    properties: { name: `Quay ${at}`, service: "MRI" },
  })),
});
const OCDS = JSON.stringify({
  ocid: "ocds-1",
  buyer: { name: "A board" },
  awards: [{ id: "1", title: "Scans", suppliers: [{ name: "Quay Ltd" }] }],
});

test.each([
  ["kml", KML, openKml],
  ["geojson", GEOJSON, openGeojson],
  ["ocds", OCDS, openOcds],
] as const)(
  "%s: the same list as if it were read here, as often as it is asked for",
  async (kind, content, open) => {
    const [there, here] = [await openMapFile(kind, bytesOf(content)), await open(bytesOf(content))];
    expect(there.header).toEqual(here.header);
    const rows = await rawRowsOf(here);
    expect(rows.length).toBeGreaterThan(0);
    expect(await rawRowsOf(there)).toEqual(rows);
    expect(await rawRowsOf(there)).toEqual(rows);
    expect(there.cleaned()).toEqual(here.cleaned());
  },
);

test.each([
  ["kml", "<kml><Placemark>", "kml-damaged"],
  ["geojson", '{"type":"FeatureCollection","features":[', "json-damaged"],
  ["ocds", '{"ocid":"ocds-1","awards":[]}', "ocds-none"],
  ["geojson", "", "empty"],
] as const)("%s of %j is refused as %s", async (kind, content, code) => {
  await expect(openMapFile(kind, bytesOf(content))).rejects.toMatchObject({ code });
});

test("what would fill the memory is refused, and this process hardly grows", async () => {
  // Nine million characters that are an object each once they are read.
  const content = `{"type":"FeatureCollection","features":[${"{},".repeat(3_000_000)}{}]}`;
  const before = residentMegabytes("self");
  await expect(openMapFile("geojson", bytesOf(content))).rejects.toMatchObject({ name: "FileRefusal" });
  expect(residentMegabytes("self") - before).toBeLessThan(60 + (2 * content.length) / 1024 / 1024);
});
