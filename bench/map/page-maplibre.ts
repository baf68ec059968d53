import "maplibre-gl/dist/maplibre-gl.css";
import * as maplibre from "maplibre-gl";
import { baseStyle } from "@/components/map/base-style";
import { fetchBaseData } from "@/components/map/geo-data";
import { palettes } from "@/components/map/palette";
import { benchFrame, benchView, drawnNow } from "./page-shared";

/** MapLibre's own clustered GeoJSON source, on the same ground, as its documentation draws it. */
maplibre.setWorkerUrl("/maplibre-worker.mjs");
maplibre.addProtocol("ground", async () => ({ data: new ArrayBuffer(0) }));
const [base, pins] = await Promise.all([
  fetchBaseData(),
  fetch("/pins.geojson").then((answer) => answer.json()),
]);
const map = new maplibre.Map({
  container: benchFrame(),
  style: baseStyle(base, palettes.light),
  center: [benchView.lon, benchView.lat],
  zoom: benchView.zoom,
  attributionControl: false,
});
await map.once("load");
map.addSource("pins", { type: "geojson", data: pins, cluster: true, clusterRadius: 38, clusterMaxZoom: 11 });
const isCluster: maplibre.FilterSpecification = ["has", "point_count"];
map.addLayer({
  id: "clusters",
  type: "circle",
  source: "pins",
  filter: isCluster,
  paint: { "circle-color": palettes.light.pin, "circle-radius": 18 },
});
map.addLayer({
  id: "counts",
  type: "symbol",
  source: "pins",
  filter: isCluster,
  layout: {
    "text-field": ["to-string", ["get", "point_count"]],
    "text-font": ["sans-serif"],
    "text-size": 13,
  },
});
map.addLayer({
  id: "pins",
  type: "circle",
  source: "pins",
  filter: ["!", isCluster],
  paint: { "circle-color": palettes.light.pin, "circle-radius": 7 },
});
await map.once("idle");
await drawnNow();
