import type { StyleSpecification } from "maplibre-gl";
import type { BaseData } from "./geo-data";
import { palette } from "./palette";
import { waterLabels } from "./water-labels";

type Layers = StyleSpecification["layers"];

/**
 * The project's own base map as a style document. It has no glyph server, no sprite and no tile server: shapes
 * come from `data`, and MapLibre draws labels with the page's fonts when a style names no `glyphs`.
 */
export function baseStyle(data: BaseData): StyleSpecification {
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: data.land, maxzoom: 12, tolerance: 0.3 },
      rivers: { type: "geojson", data: data.rivers, maxzoom: 10 },
      lakes: { type: "geojson", data: data.lakes, maxzoom: 10 },
      towns: { type: "geojson", data: data.towns, maxzoom: 12 },
      "water-labels": { type: "geojson", data: waterLabels },
    },
    layers: [...groundLayers, ...labelLayers],
  };
}

const groundLayers: Layers = [
  { id: "sea", type: "background", paint: { "background-color": palette.sea } },
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
    paint: {
      "line-color": palette.water,
      "line-width": ["interpolate", ["linear"], ["zoom"], 6, 0.6, 12, 2.4],
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
    id: "towns",
    type: "symbol",
    source: "towns",
    layout: {
      "text-field": ["get", "name"],
      "text-font": ["MapSerif Regular"],
      "text-size": ["interpolate", ["linear"], ["zoom"], 5, 11, 12, 15],
      "text-padding": 6,
      "symbol-sort-key": ["-", 0, ["coalesce", ["get", "population"], 0]],
    },
    paint: { "text-color": palette.town, "text-halo-color": palette.townHalo, "text-halo-width": 1.2 },
  },
];
