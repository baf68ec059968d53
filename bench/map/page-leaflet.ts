import "leaflet/dist/leaflet.css";
import "leaflet.markercluster/dist/MarkerCluster.css";
import "leaflet.markercluster/dist/MarkerCluster.Default.css";
import type { FeatureCollection, Point } from "geojson";
import * as leaflet from "leaflet";
import { benchFrame, benchView, drawnNow } from "./page-shared";

/** Leaflet with markercluster, as its documentation adds many markers; without any ground. */
const L = { ...leaflet };
Object.assign(window, { L });
await import("leaflet.markercluster");
const pins = (await (await fetch("/pins.geojson")).json()) as FeatureCollection<Point>;
const map = L.map(benchFrame(), { attributionControl: false, maxZoom: 18 }).setView(
  [benchView.lat, benchView.lon],
  benchView.zoom + 1,
);
const clusters = L.markerClusterGroup();
clusters.addLayers(
  pins.features.map(({ geometry }) => {
    const [lon = 0, lat = 0] = geometry.coordinates;
    return L.marker([lat, lon], { icon: L.divIcon({ className: "pin" }) });
  }),
);
map.addLayer(clusters);
await drawnNow();
