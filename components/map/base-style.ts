import type { StyleSpecification } from "maplibre-gl";
import { type BaseData, nothing } from "./geo-data";
import { palette } from "./palette";
import { edge, waterLabels } from "./sea-furniture";

type Layers = StyleSpecification["layers"];

/** From here on villages and council borders are drawn. */
export const DETAIL_ZOOM = 7.5;

/**
 * The project's own base map as a style document. It has no glyph server, no sprite and no tile server: shapes
 * come from `data`, and MapLibre draws labels with the page's fonts when a style names no `glyphs`. The sources
 * `places` and `councils` are empty until somebody looks from close by.
 */
export function baseStyle(data: BaseData): StyleSpecification {
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: data.land, maxzoom: 12, tolerance: 0.3 },
      neighbours: { type: "geojson", data: data.neighbours, maxzoom: 9 },
      edge: { type: "geojson", data: edge },
      nations: { type: "geojson", data: data.nations, maxzoom: 12 },
      councils: { type: "geojson", data: nothing, maxzoom: 12 },
      rivers: { type: "geojson", data: data.rivers, maxzoom: 10 },
      lakes: { type: "geojson", data: data.lakes, maxzoom: 10 },
      towns: { type: "geojson", data: data.towns, maxzoom: 12 },
      places: { type: "geojson", data: nothing, maxzoom: 12 },
      "water-labels": { type: "geojson", data: waterLabels },
    },
    layers: [...groundLayers, ...borderLayers, ...labelLayers],
  };
}

const groundLayers: Layers = [
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
    minzoom: 6,
    layout: { "line-join": "round", "line-cap": "round" },
    paint: {
      "line-color": palette.water,
      "line-width": ["interpolate", ["linear"], ["zoom"], 6, 0.6, 12, 2.4],
    },
  },
];

const borderLayers: Layers = [
  {
    id: "council-borders",
    type: "line",
    source: "councils",
    minzoom: DETAIL_ZOOM,
    paint: { "line-color": palette.boundary, "line-width": 0.8 },
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

const labelLayers: Layers = [
  {
    id: "water-names",
    type: "symbol",
    source: "water-labels",
    maxzoom: 9,
    layout: {
      "text-field": ["get", "name"],
      "text-font": ["MapSerif Italic"],
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
    id: "places",
    type: "symbol",
    source: "places",
    minzoom: 9.5,
    layout: {
      "text-field": ["get", "name"],
      "text-font": ["MapSerif Regular"],
      "text-size": 11.5,
      "text-padding": 8,
    },
    paint: labelPaint(palette.village),
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
      "text-font": ["MapSerif Regular"],
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
    paint: labelPaint(palette.town),
  },
  // London by itself, and whatever lies over it: else the marks there push its name out, and Brixton's takes its place.
  {
    id: "capital",
    type: "symbol",
    source: "towns",
    filter: ["==", ["get", "rank"], 1],
    layout: {
      "text-field": ["get", "name"],
      "text-font": ["MapSerif Regular"],
      "text-size": ["interpolate", ["linear"], ["zoom"], 5, 15, 11, 21],
      "text-variable-anchor": ["left", "bottom-left", "top-left", "right"],
      "text-radial-offset": 1.3,
      "text-allow-overlap": true,
    },
    paint: labelPaint(palette.town),
  },
];

function labelPaint(colour: string) {
  return { "text-color": colour, "text-halo-color": palette.townHalo, "text-halo-width": 1.2 };
}
