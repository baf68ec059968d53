import { readFileSync } from "node:fs";
import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import type * as maplibre from "maplibre-gl";
import { describe, expect, it } from "vitest";
import { FINE_ZOOM } from "@/domain/map/line-square";
import { PIN_STATUSES } from "@/domain/map/pin";
import { contrastOf } from "@/domain/map/testing-contrast";
import { baseStyle, FINE_TWINS } from "./base-style";
import { type BaseData, nothing } from "./geo-data";
import { chosenLinesLayers, hereLayer, layerIds, mapSources, outlineLayers, serviceLayers } from "./layers";
import { palettes, type Scheme } from "./palette";
import { markIds } from "./pin-images";

const data: BaseData = {
  land: nothing,
  neighbours: nothing,
  lakes: nothing,
  towns: nothing,
  nations: nothing,
};

const SCHEMES = Object.keys(palettes) as Scheme[];
const layersOf = (scheme: Scheme) => {
  const palette = palettes[scheme];
  return [
    ...outlineLayers(palette),
    ...serviceLayers(["MapSans Semibold"], palette),
    ...[hereLayer(palette), ...chosenLinesLayers(palette)],
  ];
};
const ours = layersOf("light");

/** The whole document as MapLibre sees it once our layers are added. */
function wholeStyle(scheme: Scheme = "light") {
  const base = baseStyle(data, palettes[scheme]);
  const added = Object.values(mapSources).map((id) => [id, { type: "geojson", data: nothing }]);
  return {
    ...base,
    sources: { ...base.sources, ...Object.fromEntries(added) },
    layers: [...base.layers, ...layersOf(scheme)],
  };
}

describe("the map's style", () => {
  it.each(SCHEMES)("is valid by the style specification, %s", (scheme) => {
    expect(validateStyleMin(wholeStyle(scheme) as Parameters<typeof validateStyleMin>[0])).toEqual([]);
  });

  it("would be refused with a mistake in it", () => {
    const style = wholeStyle();
    const broken = {
      ...style,
      layers: [...style.layers, { id: "x", type: "line", source: "land", paint: { "line-colour": "red" } }],
    };
    expect(validateStyleMin(broken as unknown as Parameters<typeof validateStyleMin>[0])).not.toEqual([]);
  });

  it("asks nobody but the site itself: no glyph server, no sprite, no remote file", () => {
    expect(JSON.stringify(wholeStyle())).not.toMatch(/https?:|glyphs|sprite|pmtiles/);
    expect(JSON.stringify(wholeStyle()).match(/"tiles":\["ground:[^\]]*"\]/g)).toHaveLength(1);
  });

  it("names only fonts that the map's stylesheet declares", () => {
    const css = readFileSync(new URL("map-fonts.css", import.meta.url), "utf8");
    const fonts = wholeStyle().layers.flatMap((layer) => {
      const font = layer.layout && "text-font" in layer.layout ? layer.layout["text-font"] : [];
      return font as string[];
    });
    expect(fonts.length).toBeGreaterThan(4);
    for (const font of fonts) expect(css).toContain(`font-family: "${font}"`);
  });
});

describe("what is drawn finely from close by", () => {
  it("has a twin of every layer out of squares, the same but for where it comes from, and not seen before it is there", () => {
    const { layers } = wholeStyle();
    for (const { coarse, fine, property } of FINE_TWINS) {
      const [one, other] = [coarse, fine].map((id) => layers.findIndex((layer) => layer.id === id));
      expect(other, fine).toBe((one ?? 0) + 1);
      const { source, minzoom, paint } = layers[other ?? 0] as maplibre.FillLayerSpecification;
      expect({ source, minzoom }).toEqual({ source: "fine", minzoom: FINE_ZOOM });
      const more = property === "fill-opacity" ? { "fill-antialias": false } : {};
      expect(paint).toEqual({ ...layers[one ?? 0]?.paint, ...more, [property]: 0 });
    }
  });
});

describe("the layers of services", () => {
  it("have a mark drawn for every state", () => {
    expect(markIds).toEqual(
      expect.arrayContaining([
        ...PIN_STATUSES.map((status) => `pin-${status}`),
        "ring-approximate",
        "ring-chosen",
      ]),
    );
  });

  it("contain what a reader can choose", () => {
    const ids = ours.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(Object.values(layerIds)));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe.each(SCHEMES)("the %s palette", (scheme) => {
  const palette = palettes[scheme];
  const settled = [palette.land, palette.farms, palette.village, palette.dense];
  const grounds = [...settled, palette.sea, palette.mask, palette.paper, palette.neighbour];

  it.each([["pin"], ["ended"], ["ink"], ["town"]] as const)(
    "sets %s off against every ground (4.5:1)",
    (mark) => {
      for (const ground of grounds) expect(contrastOf(palette[mark], ground)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it("has names of seas that can be read on the sea, and of villages and postcodes where people live", () => {
    expect(contrastOf(palette.waterLabel, palette.sea)).toBeGreaterThanOrEqual(4.5);
    for (const name of [palette.villageName, palette.postcode])
      for (const ground of settled) expect(contrastOf(name, ground)).toBeGreaterThanOrEqual(4.5);
  });
});
