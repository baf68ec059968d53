import { layers as basemapLayers, namedFlavor } from "@protomaps/basemaps";
import type { LayerSpecification, StyleSpecification } from "maplibre-gl";
import { type Header, type PMTiles, TileType } from "pmtiles";
import type { Ground } from "./ground";
import { palettes, type Scheme } from "./palette";

const SOURCE = "tiles";
const FONT = ["MapSans Semibold"];
/** Of the basemap's layers those that need pictures of a sprite, which nobody here serves. */
const WITH_PICTURES = new Set(["roads_oneway", "roads_shields", "pois"]);
/** Said where an archive does not say whose it is: nearly all of them are made of this. */
const USUAL_CREDIT = "© OpenStreetMap contributors";

/**
 * The ground out of an archive of tiles: drawn as Protomaps draws its own where it has their layers, else every layer plainly; pictures as
 * they are. Letters are the page's own, so nothing but the archive is asked for.
 * @throws when it cannot be read, or has tiles of a kind that no map draws
 */
export async function tilesGround(archive: PMTiles, scheme: Scheme): Promise<Ground> {
  const header = await archive.getHeader();
  const metadata = await archive.getMetadata();
  return {
    style: tilesStyle(archive.source.getKey(), header, metadata, scheme),
    palette: palettes[scheme],
    font: FONT,
    credits: true,
  };
}

/** @param key what the protocol knows the archive by. */
export function tilesStyle(
  key: string,
  header: Header,
  metadata: unknown,
  scheme: Scheme,
): StyleSpecification {
  const { vector_layers = [], attribution } = (metadata ?? {}) as Metadata;
  const isVector = header.tileType === TileType.Mvt;
  if (!isVector && ![TileType.Png, TileType.Jpeg, TileType.Webp, TileType.Avif].includes(header.tileType))
    throw new Error("The archive has neither vector tiles nor pictures.");
  const source = {
    url: `pmtiles://${key}`,
    attribution: plainText(attribution ?? "") || USUAL_CREDIT,
  };
  const names = new Set(vector_layers.map(({ id }) => id));
  return {
    version: 8,
    sources: {
      [SOURCE]: isVector ? { type: "vector", ...source } : { type: "raster", tileSize: 256, ...source },
    },
    layers: isVector
      ? ["earth", "water", "roads"].every((name) => names.has(name))
        ? asProtomaps(scheme)
        : plainly([...names], scheme)
      : [{ id: "pictures", type: "raster", source: SOURCE }],
  };
}

type Metadata = { vector_layers?: { id: string }[]; attribution?: string };

function asProtomaps(scheme: Scheme): LayerSpecification[] {
  return basemapLayers(SOURCE, namedFlavor(scheme), { lang: "en" })
    .filter(({ id }) => !WITH_PICTURES.has(id))
    .map((layer) => (layer.type === "symbol" ? written(layer) : layer)) as LayerSpecification[];
}

/** A label in the page's own letters, in English where the archive has it. */
function written<Layer extends { layout?: object }>(layer: Layer): Layer {
  const { "icon-image": _, ...layout } = (layer.layout ?? {}) as Record<string, unknown>;
  const name = ["coalesce", ["get", "name:en"], ["get", "name"]];
  return { ...layer, layout: { ...layout, "text-field": name, "text-font": FONT } };
}

/** An archive of somebody else's layers: their shapes, without knowing what they are. */
function plainly(names: readonly string[], scheme: Scheme): LayerSpecification[] {
  const { land, village, coast } = palettes[scheme];
  const of = (name: string, type: "Polygon" | "LineString") => ({
    source: SOURCE,
    "source-layer": name,
    filter: ["==", ["geometry-type"], type] as ["==", ["geometry-type"], string],
  });
  return [
    { id: "ground", type: "background", paint: { "background-color": land } },
    ...names.flatMap((name): LayerSpecification[] => [
      {
        id: `${name}-shapes`,
        type: "fill",
        ...of(name, "Polygon"),
        paint: { "fill-color": village, "fill-opacity": 0.5 },
      },
      { id: `${name}-lines`, type: "line", ...of(name, "LineString"), paint: { "line-color": coast } },
    ]),
  ];
}

/** What an archive says of itself is text, whatever it is written in: the library puts a credit into the page as markup. */
function plainText(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, "")
    .replace(/[<>]/g, "")
    .trim();
}
