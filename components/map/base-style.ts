import type { ExpressionSpecification, StyleSpecification } from "maplibre-gl";
import { GROUND_BOUNDS, GROUND_ZOOM } from "@/domain/map/ground-tile";
import { FINE_ZOOM, type SquareLayer } from "@/domain/map/line-square";
import { type BaseData, nothing } from "./geo-data";
import { ZOOM_LIMITS } from "./limits";
import type { Palette } from "./palette";
import { edge, waterLabels } from "./sea-furniture";

type Layers = StyleSpecification["layers"];
type Layer = Layers[number];

/**
 * From here on coasts are drawn in full, with rivers; then villages and council borders, and farther in the borders of constituencies.
 * A map that shows the whole country is below the first, on a phone as on a desk.
 */
export const DETAIL_ZOOM = { coasts: 6.2, councils: 7.5, constituencies: 9.5 };
/** Layers that are drawn twice: from a file of the country, and from squares where all in view are there (fine-squares.ts). */
export const FINE_TWINS = [
  { coarse: "land", fine: "fine-land", layer: "land", property: "fill-opacity" },
  { coarse: "coast", fine: "fine-coast", layer: "coast", property: "line-opacity" },
  { coarse: "council-borders", fine: "fine-council", layer: "council", property: "line-opacity" },
  {
    coarse: "constituency-borders",
    fine: "fine-constituency",
    layer: "constituency",
    property: "line-opacity",
  },
  { coarse: "nation-borders", fine: "fine-nation", layer: "nation", property: "line-opacity" },
] as const satisfies { coarse: string; fine: string; layer: SquareLayer; property: string }[];
/** How the library asks the engine for a square of the ground. */
export const GROUND_PROTOCOL = "ground";
/** Positions of postcodes are cells of 100 m: closer than that the shapes made of them would say more than is known. */
const GROUND_ENDS = 13.6;

/**
 * The project's own base map as a style document. It has no glyph server, no sprite and no tile server: shapes
 * come from `data`, and MapLibre draws labels with the page's fonts when a style names no `glyphs`. The sources
 * `rivers`, `places`, `councils`, `constituencies` and `fine` are empty until somebody looks from close by; the ground comes in squares,
 * which the engine fetches.
 */
export function baseStyle(data: BaseData, palette: Palette): StyleSpecification {
  return {
    version: 8,
    // What is fine takes the place of what is not at once: half of each would let the sea through.
    transition: { duration: 0, delay: 0 },
    sources: {
      land: { type: "geojson", data: data.land, maxzoom: 12, tolerance: 0.3 },
      neighbours: { type: "geojson", data: data.neighbours, maxzoom: 9 },
      edge: { type: "geojson", data: edge },
      nations: { type: "geojson", data: data.nations, maxzoom: 12 },
      ground: {
        type: "vector",
        tiles: [`${GROUND_PROTOCOL}://{x}-{y}`],
        minzoom: GROUND_ZOOM,
        maxzoom: GROUND_ZOOM,
        bounds: [...GROUND_BOUNDS],
      },
      constituencies: { type: "geojson", data: nothing, maxzoom: 12 },
      councils: { type: "geojson", data: nothing, maxzoom: 12 },
      fine: { type: "geojson", data: nothing, maxzoom: ZOOM_LIMITS.maxZoom },
      rivers: { type: "geojson", data: nothing, maxzoom: 10 },
      lakes: { type: "geojson", data: data.lakes, maxzoom: 10 },
      towns: { type: "geojson", data: data.towns, maxzoom: 12 },
      places: { type: "geojson", data: nothing, maxzoom: 12 },
      "water-labels": { type: "geojson", data: waterLabels },
    },
    layers: [...groundLayers(palette), ...borderLayers(palette), ...labelLayers(palette)].flatMap(withFine),
  };
}

/** A layer and, above it, the same out of squares, which is not seen before all of them are there. */
function withFine(layer: Layer): Layers {
  const twin = FINE_TWINS.find(({ coarse }) => coarse === layer.id);
  if (!twin || (layer.type !== "fill" && layer.type !== "line")) return [layer];
  const of = { id: twin.fine, source: "fine", minzoom: FINE_ZOOM };
  const filter: ExpressionSpecification = ["==", ["get", "layer"], twin.layer];
  // What a square's side cuts apart stays joined along it: smoothed, that would be a thin line of land across rivers.
  return layer.type === "fill"
    ? [
        layer,
        { ...layer, ...of, filter, paint: { ...layer.paint, "fill-antialias": false, "fill-opacity": 0 } },
      ]
    : [layer, { ...layer, ...of, filter, paint: { ...layer.paint, "line-opacity": 0 } }];
}

const groundLayers = (palette: Palette): Layers => [
  { id: "sea", type: "background", paint: { "background-color": palette.sea } },
  { id: "neighbours", type: "fill", source: "neighbours", paint: { "fill-color": palette.neighbour } },
  {
    id: "edge",
    type: "line",
    source: "edge",
    paint: {
      "line-color": palette.sea,
      "line-width": ["interpolate", ["exponential", 2], ["zoom"], 4, 110, 9, 3520],
      "line-blur": ["interpolate", ["exponential", 2], ["zoom"], 4, 60, 9, 1920],
    },
  },
  { id: "land", type: "fill", source: "land", paint: { "fill-color": palette.land } },
  {
    id: "settlement",
    type: "fill",
    source: "ground",
    "source-layer": "settlement",
    minzoom: GROUND_ZOOM,
    maxzoom: GROUND_ENDS,
    paint: {
      "fill-color": ["match", ["get", "density"], 0, palette.farms, 1, palette.village, palette.dense],
      "fill-opacity": ["interpolate", ["linear"], ["zoom"], GROUND_ZOOM, 0, 10, 1, 13, 1, GROUND_ENDS, 0],
      "fill-antialias": false,
    },
  },
  // Over what is built on: that is known to 100 m, and would lie over a narrow creek and its banks.
  {
    id: "coast",
    type: "line",
    source: "land",
    paint: {
      "line-color": palette.coast,
      "line-width": ["interpolate", ["linear"], ["zoom"], 4, 0.5, 10, 1.2],
    },
  },
  { id: "lakes", type: "fill", source: "lakes", paint: { "fill-color": palette.sea } },
  {
    id: "rivers",
    type: "line",
    source: "rivers",
    minzoom: DETAIL_ZOOM.coasts,
    layout: { "line-join": "round", "line-cap": "round" },
    paint: {
      "line-color": palette.water,
      "line-width": ["interpolate", ["linear"], ["zoom"], 6, 0.6, 12, 2.4],
    },
  },
];

const borderLayers = (palette: Palette): Layers => [
  {
    id: "council-borders",
    type: "line",
    source: "councils",
    minzoom: DETAIL_ZOOM.councils,
    paint: {
      "line-color": palette.boundary,
      "line-width": ["interpolate", ["linear"], ["zoom"], 8, 0.8, 12, 1.6],
    },
  },
  {
    id: "constituency-borders",
    type: "line",
    source: "constituencies",
    minzoom: DETAIL_ZOOM.constituencies,
    paint: { "line-color": palette.nation, "line-width": 0.8, "line-dasharray": [1, 2.5] },
  },
  {
    id: "nation-borders",
    type: "line",
    source: "nations",
    layout: { "line-join": "round" },
    paint: {
      "line-color": palette.nation,
      "line-width": ["interpolate", ["linear"], ["zoom"], 4, 0.8, 10, 1.8],
      "line-dasharray": [3, 1.5],
    },
  },
];

const labelLayers = (palette: Palette): Layers => [
  {
    id: "water-names",
    type: "symbol",
    source: "water-labels",
    maxzoom: 9,
    layout: {
      "text-field": ["get", "name"],
      "text-font": ["MapSans Italic"],
      "text-size": [
        "interpolate",
        ["linear"],
        ["zoom"],
        4,
        ["*", 0.85, ["get", "size"]],
        8,
        ["*", 1.5, ["get", "size"]],
      ],
      "text-letter-spacing": 0.12,
      "text-max-width": 7,
      "text-line-height": 1.25,
    },
    paint: { "text-color": palette.waterLabel },
  },
  {
    id: "postcodes",
    type: "symbol",
    source: "ground",
    "source-layer": "postcodes",
    minzoom: 10.5,
    // A sector's name takes over from that of its outward postcode.
    filter: ["==", ["get", "rank"], ["step", ["zoom"], 1, 12, 2]],
    layout: {
      "text-field": ["get", "name"],
      "text-font": ["MapSans Semibold"],
      "text-size": 10.5,
      "text-letter-spacing": 0.06,
      "text-padding": 12,
    },
    paint: { ...labelPaint(palette, "postcode"), "text-opacity": 0.85 },
  },
  {
    id: "places",
    type: "symbol",
    source: "places",
    minzoom: 9.5,
    layout: {
      "text-field": ["get", "name"],
      "text-font": ["MapSans Regular"],
      "text-size": 11.5,
      "text-padding": 8,
    },
    paint: labelPaint(palette, "villageName"),
  },
  {
    id: "towns",
    type: "symbol",
    source: "towns",
    // Rank 1 is London, 6 a small town: each rank appears about one zoom step after the one before.
    filter: [
      "all",
      [">", ["get", "rank"], 1],
      ["<=", ["get", "rank"], ["step", ["zoom"], 3, 4.8, 4, 5.8, 5, 6.8, 6]],
    ],
    layout: {
      "text-field": ["get", "name"],
      "text-font": ["MapSans Regular"],
      "text-size": [
        "interpolate",
        ["linear"],
        ["zoom"],
        5,
        ["-", 14.5, ["*", 0.7, ["get", "rank"]]],
        11,
        ["-", 21, ["get", "rank"]],
      ],
      "text-padding": 5,
      "text-variable-anchor": ["center", "top", "bottom", "left", "right"],
      "text-radial-offset": 0.9,
      "symbol-sort-key": ["-", 0, ["get", "population"]],
    },
    paint: labelPaint(palette, "town"),
  },
  // London by itself, and whatever lies over it: else the marks there push its name out, and Brixton's takes its place.
  {
    id: "capital",
    type: "symbol",
    source: "towns",
    filter: ["==", ["get", "rank"], 1],
    layout: {
      "text-field": ["get", "name"],
      "text-font": ["MapSans Regular"],
      "text-size": ["interpolate", ["linear"], ["zoom"], 5, 15, 11, 21],
      "text-variable-anchor": ["left", "bottom-left", "top-left", "right"],
      // Beside the mark of London, which is the largest from afar.
      "text-radial-offset": ["interpolate", ["linear"], ["zoom"], 5, 2.6, 9, 1.3],
      "text-allow-overlap": true,
    },
    paint: labelPaint(palette, "town"),
  },
];

function labelPaint(palette: Palette, colour: keyof Palette) {
  return { "text-color": palette[colour], "text-halo-color": palette.townHalo, "text-halo-width": 1.2 };
}
