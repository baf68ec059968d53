import { GeoJSONVT } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import { contours } from "d3-contour";
import type { Feature, FeatureCollection } from "geojson";
import { GRID } from "@/db/reference/postcode-rows";
import { NO_COLUMN, type PostcodeTable } from "@/db/reference/postcode-table";
import { itemAt } from "@/domain/lists/item-at";
import {
  GROUND_ZOOM,
  type GroundTile,
  groundBox,
  groundTileAt,
  isGroundTile,
} from "@/domain/map/ground-tile";
import { postcodeCentres } from "./postcode-centres";

/** Cells of the grid around a square that shape its settlements, so that they go on across its sides. */
const MARGIN = 6;

/**
 * How many postcodes a cell of 100 m and those around it must have, from a single farm to a dense town. Weighed: the cell itself counts
 * a quarter, its neighbours less.
 */
const DENSITIES = [0.12, 0.7, 2.5];

/**
 * The ground of one square: where people live, as shapes of three densities, and the names of outward postcodes and of sectors.
 * @returns a vector tile with the layers `settlement` (`density` 0 to 2) and `postcodes` (`name`; `rank` 1 outward, 2 sector); no bytes
 * where nobody lives.
 */
export function buildGround(table: PostcodeTable, tile: GroundTile): Uint8Array {
  const box = groundBox(tile);
  const layers = {
    settlement: tiled(settlements(table, box), tile),
    postcodes: tiled(centresIn(table, box), tile),
  };
  const drawn = Object.entries(layers).flatMap(([name, layer]) => (layer ? [[name, layer] as const] : []));
  return drawn.length === 0
    ? new Uint8Array()
    : fromGeojsonVt(Object.fromEntries(drawn), { version: 2, extent: 4096 });
}

/** Every square in which a postcode lies. */
export function squaresWithPostcodes(table: PostcodeTable): GroundTile[] {
  const squares = new Map<string, GroundTile>();
  for (let at = 0; at < table.column.length; at++) {
    const [column, row] = [itemAt(table.column, at), itemAt(table.row, at)];
    if (column === NO_COLUMN) continue;
    const tile = groundTileAt(GRID.west + column * GRID.lon, GRID.south + row * GRID.lat);
    if (isGroundTile(tile)) squares.set(`${tile.x}-${tile.y}`, tile);
  }
  return [...squares.values()].sort((a, b) => a.x - b.x || a.y - b.y);
}

type Box = readonly [number, number, number, number];

function tiled(features: Feature[], { x, y }: GroundTile) {
  const collection: FeatureCollection = { type: "FeatureCollection", features };
  const index = new GeoJSONVT(collection, {
    maxZoom: GROUND_ZOOM + 1,
    indexMaxZoom: 0,
    tolerance: 3,
    buffer: 64,
  });
  return index.getTile(GROUND_ZOOM, x, y);
}

function settlements(table: PostcodeTable, [west, south, east, north]: Box): Feature[] {
  const left = Math.floor((west - GRID.west) / GRID.lon) - MARGIN;
  const bottom = Math.floor((south - GRID.south) / GRID.lat) - MARGIN;
  const width = Math.ceil((east - GRID.west) / GRID.lon) + MARGIN - left;
  const height = Math.ceil((north - GRID.south) / GRID.lat) + MARGIN - bottom;
  const counts = new Float32Array(width * height);
  for (let at = 0; at < table.column.length; at++) {
    const column = itemAt(table.column, at);
    if (column === NO_COLUMN) continue;
    const [x, y] = [column - left, itemAt(table.row, at) - bottom];
    if (x > 0 && y > 0 && x < width - 1 && y < height - 1) spread(counts, width, y * width + x);
  }
  const degrees = ([x = 0, y = 0]: number[]) => [
    GRID.west + (left + x) * GRID.lon,
    GRID.south + (bottom + y) * GRID.lat,
  ];
  return contours()
    .size([width, height])
    .thresholds(DENSITIES)(Array.from(counts))
    .flatMap(({ coordinates }, density) =>
      coordinates.length === 0
        ? []
        : [
            {
              type: "Feature" as const,
              properties: { density },
              geometry: {
                type: "MultiPolygon" as const,
                coordinates: coordinates.map((rings) => rings.map((ring) => ring.map(degrees))),
              },
            },
          ],
    );
}

/** A postcode's address is anywhere within its cell or a little beside it. */
function spread(counts: Float32Array, width: number, at: number): void {
  for (const [row, weights] of [
    [-width, [0.0625, 0.125, 0.0625]],
    [0, [0.125, 0.25, 0.125]],
    [width, [0.0625, 0.125, 0.0625]],
  ] as const)
    for (let step = 0; step < 3; step++)
      counts[at + row + step - 1] = (counts[at + row + step - 1] ?? 0) + (weights[step] ?? 0);
}

function centresIn(table: PostcodeTable, [west, south, east, north]: Box): Feature[] {
  return postcodeCentres(table)
    .filter(({ lon, lat }) => lon >= west && lon < east && lat >= south && lat < north)
    .map(({ name, rank, lon, lat }) => ({
      type: "Feature",
      properties: { name, rank },
      geometry: { type: "Point", coordinates: [lon, lat] },
    }));
}
