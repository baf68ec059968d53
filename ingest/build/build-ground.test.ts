import { brotliDecompressSync } from "node:zlib";
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { describe, expect, it } from "vitest";
import { GROUND_FILE, groundTiles } from "@/db/reference/ground";
import { GRID } from "@/db/reference/postcode-rows";
import { findInTable, NO_COLUMN } from "@/db/reference/postcode-table";
import { packedPostcodes, postcodeTable } from "@/db/reference/postcodes";
import { readReferenceFile } from "@/db/reference/read-together";
import { unpackSquares } from "@/db/reference/square-file";
import { polygonContains } from "@/domain/areas/geometry";
import {
  GROUND_ZOOM,
  type GroundTile,
  groundBox,
  groundTileAt,
  isGroundTile,
} from "@/domain/map/ground-tile";
import { buildGround } from "./build-ground";
import { postcodeCentres } from "./postcode-centres";
import { digestOf } from "./write-ground";

const table = postcodeTable();
const infirmary = findInTable(table, "CA2", "7HY");
const carlisle = groundTileAt(infirmary?.lon ?? 0, infirmary?.lat ?? 0);

const read = (bytes: Uint8Array) => new VectorTile(new PbfReader(bytes));

function shipped({ x, y }: GroundTile): VectorTile {
  const packed = groundTiles().get(`${x}-${y}`);
  return read(packed ? brotliDecompressSync(packed) : new Uint8Array());
}

/** The densest settlement that a position is in; undefined for none. */
function densityAt(layers: VectorTile, { x, y }: GroundTile, lon: number, lat: number): number | undefined {
  const settlement = layers.layers.settlement;
  const found: number[] = [];
  for (let i = 0; i < (settlement?.length ?? 0); i++) {
    const { geometry, properties } = settlement?.feature(i).toGeoJSON(x, y, GROUND_ZOOM) ?? {};
    const parts =
      geometry?.type === "MultiPolygon"
        ? geometry.coordinates
        : geometry?.type === "Polygon"
          ? [geometry.coordinates]
          : [];
    const isIn = parts.some((rings) =>
      polygonContains(
        rings.map((ring) => ring.flat()),
        lon,
        lat,
      ),
    );
    if (isIn) found.push(Number(properties?.density));
  }
  return found.length > 0 ? Math.max(...found) : undefined;
}

describe("the ground under the pins", () => {
  it("is that of the postcodes of the clone (else: npm run ingest -- ground)", () => {
    const { madeOf, squares } = unpackSquares<"postcodes">(readReferenceFile(GROUND_FILE));
    expect(madeOf.postcodes).toBe(digestOf(packedPostcodes().live));
    expect(squares.size).toBeGreaterThan(190);
    const packed = squares.get(`${carlisle.x}-${carlisle.y}`);
    expect(packed && brotliDecompressSync(packed)).toEqual(Buffer.from(buildGround(table, carlisle)));
  });

  it("shows Carlisle as a town, with the names of its postcodes and sectors, and the Solway Firth empty", () => {
    expect(densityAt(shipped(carlisle), carlisle, -2.9333, 54.8925)).toBe(2);
    expect(densityAt(shipped(carlisle), carlisle, -3.25, 54.93)).toBeUndefined();
    const { postcodes } = shipped(carlisle).layers;
    const names = Array.from({ length: postcodes?.length ?? 0 }, (_, i) => postcodes?.feature(i).properties);
    expect(names).toContainEqual({ name: "CA2", rank: 1 });
    expect(names).toContainEqual({ name: "CA2 7", rank: 2 });
  });

  it("has a settlement wherever there is a postcode", () => {
    const step = Math.floor(table.column.length / 300);
    const missing: string[] = [];
    const read = new Map<string, VectorTile>();
    for (let at = 0; at < table.column.length; at += step) {
      const [column, row] = [table.column[at] as number, table.row[at] as number];
      if (column === NO_COLUMN) continue;
      const [lon, lat] = [GRID.west + (column + 0.5) * GRID.lon, GRID.south + (row + 0.5) * GRID.lat];
      const tile = groundTileAt(lon, lat);
      const key = `${tile.x}-${tile.y}`;
      read.set(key, read.get(key) ?? shipped(tile));
      if (densityAt(read.get(key) as VectorTile, tile, lon, lat) === undefined) missing.push(`${lon} ${lat}`);
    }
    expect(missing).toEqual([]);
  });

  it("names every outward postcode once, where it is", () => {
    const outward = postcodeCentres(table).filter(({ rank }) => rank === 1);
    expect(new Set(outward.map(({ name }) => name)).size).toBe(outward.length);
    expect(outward.length).toBeGreaterThan(2_900);
    for (const { lon, lat } of outward) expect(isGroundTile(groundTileAt(lon, lat))).toBe(true);
  });
});

describe("the squares", () => {
  it("hold the positions that are asked of them, and none lies outside of the country", () => {
    for (const [lon, lat] of [
      [-0.1, 51.5],
      [-5.9, 54.6],
      [-1.15, 60.15],
      [-8.5, 57.8],
    ] as const) {
      const [west, south, east, north] = groundBox(groundTileAt(lon, lat));
      expect(lon >= west && lon < east && lat >= south && lat < north).toBe(true);
      expect(isGroundTile(groundTileAt(lon, lat))).toBe(true);
    }
    for (const [lon, lat] of [
      [2.35, 48.85],
      [-74, 40.7],
    ] as const)
      expect(isGroundTile(groundTileAt(lon, lat))).toBe(false);
  });
});
