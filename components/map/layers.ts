import { FINE_ZOOM } from "@/domain/map/line-square";
import type { MapLayer } from "./map-handle";
import type { Palette } from "./palette";

export const mapSources = {
  spots: "spots",
  chosen: "chosen",
  here: "here",
  lines: "chosen-lines",
  fineLines: "fine-chosen-lines",
  outline: "area-outline",
  mask: "area-mask",
} as const;
export const layerIds = { cluster: "cluster", spot: "spot" } as const;

const isCluster = ["has", "point_count"];
const isSpot = ["!", isCluster];

/** What hides the rest of the country a little, and the area's line above it. Drawn under every label and pin. */
export function outlineLayers(palette: Palette): MapLayer[] {
  return [
    {
      id: "area-mask",
      type: "fill",
      source: mapSources.mask,
      paint: { "fill-color": palette.mask, "fill-opacity": 0.62, "fill-antialias": false },
    },
    {
      id: "area-outline",
      type: "line",
      source: mapSources.outline,
      layout: { "line-join": "round" },
      paint: {
        "line-color": palette.ink,
        "line-width": ["interpolate", ["linear"], ["zoom"], 5, 1, 10, 2],
        "line-opacity": 0.8,
      },
    },
  ];
}

/** Clusters, spots and the chosen one, in drawing order. `font` is the engine's label font. */
export function serviceLayers(font: string[], palette: Palette): MapLayer[] {
  return [
    {
      id: "spot-approximate",
      type: "symbol",
      source: mapSources.spots,
      filter: ["all", isSpot, ["get", "approximate"]],
      layout: { "icon-image": "ring-approximate", ...alwaysDrawn },
    },
    {
      id: layerIds.spot,
      type: "symbol",
      source: mapSources.spots,
      filter: isSpot,
      layout: { "icon-image": ["concat", "pin-", ["get", "status"]], ...alwaysDrawn },
    },
    countLayer("spot-count", mapSources.spots, font, palette),
    {
      id: layerIds.cluster,
      type: "circle",
      source: mapSources.spots,
      filter: isCluster,
      // The smaller lies on top: its number would be half under the larger one's edge.
      layout: { "circle-sort-key": ["-", ["get", "services"]] },
      paint: {
        "circle-color": palette.pin,
        "circle-radius": ["interpolate", ["linear"], ["get", "services"], 2, 13, 20, 18, 200, 26, 2000, 36],
        "circle-stroke-color": palette.paper,
        "circle-stroke-width": 2.5,
      },
    },
    {
      id: "cluster-count",
      type: "symbol",
      source: mapSources.spots,
      filter: isCluster,
      layout: { "text-field": ["to-string", ["get", "services"]], "text-size": 13, ...countText(font) },
      paint: { "text-color": palette.paper },
    },
    // Again by itself, because the chosen spot may be inside a cluster.
    {
      id: "chosen-pin",
      type: "symbol",
      source: mapSources.chosen,
      layout: { "icon-image": ["concat", "pin-", ["get", "status"]], ...alwaysDrawn },
    },
    countLayer("chosen-count", mapSources.chosen, font, palette),
    {
      id: "chosen",
      type: "symbol",
      source: mapSources.chosen,
      layout: { "icon-image": "ring-chosen", ...alwaysDrawn },
    },
  ];
}

/** Where the reader is: a ring wider than the hundred metres that a postcode is known to, on top of everything. */
export const hereLayer = (palette: Palette): MapLayer => ({
  id: "here",
  type: "circle",
  source: mapSources.here,
  paint: {
    "circle-radius": 13,
    "circle-opacity": 0,
    "circle-stroke-color": palette.ink,
    "circle-stroke-width": 3,
  },
});

/** How dark the lines are that a reader chose: less so from afar, where they are many. */
export const CHOSEN_OPACITY = ["interpolate", ["linear"], ["zoom"], 5, 0.45, 9, 0.75];

/**
 * The lines of areas that a reader chose to see, above those of the ground and under every label: from a file of the country, and from
 * squares where all in view are there (fine-squares.ts), which are not seen before.
 */
export const chosenLinesLayers = (palette: Palette): MapLayer[] => {
  const layer = {
    type: "line" as const,
    layout: { "line-join": "round" },
  };
  const paint = {
    "line-color": palette.ink,
    "line-width": ["interpolate", ["linear"], ["zoom"], 5, 0.6, 10, 1.6],
  };
  return [
    {
      ...layer,
      id: mapSources.lines,
      source: mapSources.lines,
      paint: { ...paint, "line-opacity": CHOSEN_OPACITY },
    },
    {
      ...layer,
      id: mapSources.fineLines,
      source: mapSources.fineLines,
      minzoom: FINE_ZOOM,
      paint: { ...paint, "line-opacity": 0 },
    },
  ];
};

/** How many services are at one spot, on its mark. */
function countLayer(id: string, source: string, font: string[], palette: Palette): MapLayer {
  return {
    id,
    type: "symbol",
    source,
    filter: ["all", isSpot, [">", ["get", "count"], 1]],
    layout: { "text-field": ["to-string", ["get", "count"]], "text-size": 11, ...countText(font) },
    paint: { "text-color": ["match", ["get", "status"], "operating", palette.paper, palette.ink] },
  };
}

/** Marks are never left out, and names of towns make way for them. */
const alwaysDrawn = { "icon-allow-overlap": true, "icon-padding": 0 };

function countText(font: string[]): Record<string, unknown> {
  return { "text-font": font, "text-allow-overlap": true, "text-padding": 9 };
}
