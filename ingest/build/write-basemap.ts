import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { FeatureCollection } from "geojson";
import { REFERENCE_FOLDER } from "@/db/reference/read-together";
import { clipLine, clipRing } from "@/domain/areas/geometry-clip";
import { readNaturalEarthWater, type WaterFeature } from "@/ingest/natural-earth";
import { readGeonamesPlaces } from "@/ingest/places-geonames";
import { IngestRefusal } from "@/ingest/refusal";
import { readTowns } from "@/ingest/towns-simplemaps";
import { readNeighbouringLand } from "@/ingest/world-atlas";
import { farGround, fineBorders } from "./base-map-far";
import { MAP_BOX, otherLand, pairs, unitedKingdomLand } from "./base-map-land";
import { townLabels, villageLabels } from "./base-map-names";
import { datasetRecord, readSource } from "./data-folder";
import { WORLD_ATLAS } from "./dataset-registry";
import { replaceTogether } from "./file-set";
import type { LightTopology } from "./light-outlines";
import { kilobytes, recordDatasets } from "./reference-files";
import { LIGHT_FOLDER } from "./write-areas";

const BASE_FOLDER = "public/map/base";

/**
 * Writes the base map's files: the whole country from afar, land and borders (TopoJSON), neighbours, rivers, lakes, towns and places
 * (GeoJSON). Needs the light outlines of constituencies and nations, which `areas` writes.
 */
export async function writeBasemap(folder: string, say: (line: string) => void): Promise<void> {
  const files = {
    towns: readSource(folder, "towns"),
    places: readSource(folder, "place-names"),
    rivers: readSource(folder, "rivers"),
    lakes: readSource(folder, "lakes"),
  };
  const towns = readTowns(files.towns.path, files.towns.text);
  const places = readGeonamesPlaces(files.places.path, files.places.text);
  const rivers = readNaturalEarthWater(files.rivers.path, files.rivers.text);
  const lakes = readNaturalEarthWater(files.lakes.path, files.lakes.text);
  const atlas = readWorldAtlas();
  const neighbours = readNeighbouringLand(WORLD_ATLAS.path, atlas);
  const land = unitedKingdomLand(readLight("constituency"));
  const nations = readLight("nation");
  const tables = {
    far: farGround(land, neighbours, nations),
    land,
    borders: fineBorders(nations),
    neighbours: otherLand(neighbours),
    rivers: riverLines(rivers),
    lakes: lakeShapes(lakes),
    towns: townLabels(towns),
    places: villageLabels(places, towns),
  };
  const { path: _path, ...worldAtlas } = WORLD_ATLAS;
  const used = [
    datasetRecord(files.towns, towns.length),
    datasetRecord(files.places, places.length),
    datasetRecord(files.rivers, rivers.length),
    datasetRecord(files.lakes, lakes.length),
    {
      ...worldAtlas,
      rows: neighbours.countries.length,
      sha256: createHash("sha256").update(atlas).digest("hex"),
    },
  ];
  await replaceTogether(REFERENCE_FOLDER, (put) => {
    for (const [name, content] of Object.entries(tables)) {
      const path = `${BASE_FOLDER}/${name}.json`;
      say(`${path}: ${kilobytes(put(path, JSON.stringify(content)))}`);
    }
    recordDatasets(used, { put });
  });
}

function readWorldAtlas(): string {
  const require = createRequire(import.meta.url);
  return readFileSync(require.resolve("world-atlas/countries-10m.json"), "utf8");
}

function readLight(kind: "constituency" | "nation"): LightTopology {
  const path = `${LIGHT_FOLDER}/${kind}.json`;
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    throw new IngestRefusal(path, "not there yet; run `npm run ingest -- areas <folder>` first");
  }
}

function riverLines(rivers: readonly WaterFeature[]): FeatureCollection {
  return waterCollection(rivers, (lines) => {
    const parts = lines.flatMap((line) => clipLine(line, MAP_BOX));
    return { type: "MultiLineString", coordinates: parts.map(pairs) };
  });
}

function lakeShapes(lakes: readonly WaterFeature[]): FeatureCollection {
  return waterCollection(lakes, (lines) => {
    const rings = lines.map((ring) => clipRing(ring, MAP_BOX)).filter((ring) => ring !== null);
    return { type: "MultiPolygon", coordinates: rings.map((ring) => [pairs(ring)]) };
  });
}

function waterCollection(
  water: readonly WaterFeature[],
  shape: (lines: number[][]) => { type: "MultiLineString" | "MultiPolygon"; coordinates: unknown[] },
): FeatureCollection {
  const features = water
    .map(({ name, minZoom, lines }) => ({
      type: "Feature" as const,
      properties: { name, minZoom },
      geometry: shape(lines) as FeatureCollection["features"][number]["geometry"],
    }))
    .filter(({ geometry }) => "coordinates" in geometry && geometry.coordinates.length > 0);
  return { type: "FeatureCollection", features };
}
