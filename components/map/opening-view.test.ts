import { readFileSync } from "node:fs";
import { featureFilter } from "@maplibre/maplibre-gl-style-spec";
import { expect, it } from "vitest";
import { GRID_SIZE, toGrid } from "@/domain/map/world-grid";
import { baseStyle } from "./base-style";
import { nothing } from "./geo-data";
import { FIT_PADDING, UK_BOUNDS, ZOOM_LIMITS } from "./limits";
import { palettes } from "./palette";

type Town = { properties: { name: string; rank: number; population: number } };

const baseFile = (name: string) => JSON.parse(readFileSync(`public/map/base/${name}.json`, "utf8"));
const towns: readonly Town[] = baseFile("towns").features;
const { layers } = baseStyle(
  { land: nothing, neighbours: nothing, lakes: nothing, towns: nothing, nations: nothing },
  palettes.light,
);

/** Zoom at which a map of so many pixels shows the whole country, as the library fits a box: the world is 512 pixels at 0. */
function openingZoom(width: number, height: number): number {
  const [west, south, east, north] = UK_BOUNDS;
  const [top, bottom] = [toGrid(west, north), toGrid(east, south)];
  const zoomFor = (from: number, to: number, pixels: number) =>
    Math.log2((pixels - 2 * FIT_PADDING) / (((to - from) / GRID_SIZE) * 512));
  return Math.min(zoomFor(top.x, bottom.x, width), zoomFor(top.y, bottom.y, height));
}

/** Names of towns at a zoom, before any is pushed out by another. */
function namedAt(zoom: number): string[] {
  const ofTowns = layers.flatMap((layer) =>
    layer.type === "symbol" && layer.source === "towns"
      ? [featureFilter(layer.filter as never, "layers[0].filter")]
      : [],
  );
  const shows = ({ properties }: Town) =>
    ofTowns.some(({ filter }) => filter({ zoom }, { type: 1, properties } as never));
  return towns.filter(shows).map(({ properties }) => properties.name);
}

it("the map opens on all of Great Britain and Northern Ireland", () => {
  // Of all land that is drawn: Fermanagh, Scilly, Lowestoft and Unst.
  const [west, south, east, north] = baseFile("land").bbox;
  expect(west).toBeGreaterThan(UK_BOUNDS[0]);
  expect(south).toBeGreaterThan(UK_BOUNDS[1]);
  expect(east).toBeLessThan(UK_BOUNDS[2]);
  expect(north).toBeLessThan(UK_BOUNDS[3]);
});

it.each([
  ["a phone", 328, 508],
  // As low as its frame gets (live-map.css): a small phone on its side, or a page at 200 %.
  ["a phone on its side", 328, 288],
  ["a desk", 850, 640],
  ["a large screen", 1_700, 1_200],
])("on %s the whole country fits and London is named, Brixton not yet", (_, width, height) => {
  const zoom = openingZoom(width, height);
  expect(zoom).toBeGreaterThanOrEqual(ZOOM_LIMITS.minZoom);
  expect(namedAt(zoom)).toContain("London");
  expect(namedAt(zoom)).not.toContain("Brixton");
});

it("London's name gives way to no other: it is placed first, and over what is there", () => {
  // The library places the names of the topmost layer first.
  const ofTowns = layers.filter((layer) => layer.type === "symbol" && layer.source === "towns");
  const last = ofTowns.at(-1);
  expect(last).toMatchObject({ id: "capital", layout: { "text-allow-overlap": true } });
  // Close by, Brixton has a name too.
  expect(namedAt(11)).toEqual(expect.arrayContaining(["London", "Brixton"]));
});
