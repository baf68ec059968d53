import type { Polygon as GeoPolygon, MultiPolygon } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";
import { IngestRefusal } from "./refusal";

type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Land around the UK, from Natural Earth's countries at 1:10m. Every ring and line is a flat list of degrees. */
export type NeighbouringLand = {
  countries: { name: string; rings: number[][] }[];
  /** The land border of Ireland and the United Kingdom. */
  irishBorder: number[][];
};

const UNITED_KINGDOM = "United Kingdom";

/**
 * Reads the npm package world-atlas' `countries-10m.json`: every country but the UK itself (the ONS outlines draw it).
 * Holes are left out; none of these countries has one within the map.
 */
export function readNeighbouringLand(file: string, text: string): NeighbouringLand {
  const topology = JSON.parse(text) as Countries;
  const all = topology.objects?.countries?.geometries;
  if (!Array.isArray(all)) throw new IngestRefusal(file, "not a topology of countries");
  const named = (name: string) =>
    all.find(({ properties }) => (properties as { name?: string })?.name === name);
  const [uk, ireland] = [named(UNITED_KINGDOM), named("Ireland")];
  if (!uk || !ireland) throw new IngestRefusal(file, "no United Kingdom or no Ireland in it");
  const border = mesh(topology, topology.objects.countries as GeometryObject, (a, b) => {
    const isOne = (shape: unknown) => shape === uk || shape === ireland;
    return a !== b && isOne(a) && isOne(b);
  });
  return {
    countries: feature(topology, topology.objects.countries)
      .features.filter(({ properties }) => properties.name !== UNITED_KINGDOM)
      .map(({ properties, geometry }) => ({
        name: properties.name,
        rings: outerRings(geometry as GeoPolygon),
      })),
    irishBorder: border.coordinates.map((points) => points.flat()),
  };
}

function outerRings(geometry: GeoPolygon | MultiPolygon): number[][] {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map(([outer]) => (outer ?? []).flat());
}
