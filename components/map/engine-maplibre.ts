import "maplibre-gl/dist/maplibre-gl.css";
import "./map-fonts.css";
import * as maplibre from "maplibre-gl";
import { groundPath } from "@/domain/map/ground-tile";
import type { MapConfig } from "@/domain/map/map-config";
import { GROUND_PROTOCOL } from "./base-style";
import type { Ground } from "./ground";
import { FIT_PADDING, UK_LIMITS, ZOOM_LIMITS } from "./limits";
import type { Bounds, CreateMapOptions, MapEngine, MapHandle, MapTexts } from "./map-handle";
import { ownGround } from "./own-ground";
import type { Scheme } from "./palette";

/**
 * MapLibre's worker is a module of its own that it would look for beside its main file, where a bundler leaves
 * nothing. This form makes the bundler publish it under our own origin, named by its content.
 */
const workerUrl = new URL("maplibre-gl/dist/maplibre-gl-worker.mjs", import.meta.url).href;

/** MapLibre on the ground that the deployer chose, or on the project's own. */
export async function createMapLibreEngine(config: MapConfig, scheme: Scheme): Promise<MapEngine> {
  maplibre.setWorkerUrl(workerUrl);
  // A worker that cannot be fetched fails silently inside the library; this fails here, and warms the cache.
  const [ground] = await Promise.all([groundOf(config, scheme), assertFetchable(workerUrl)]);
  return {
    font: ground.font,
    palette: ground.palette,
    linesHash: config.linesHash,
    createMap: (options) =>
      new Promise((resolve, reject) => {
        const map = new maplibre.Map({
          ...mapOptions(options),
          style: ground.style,
          attributionControl: ground.credits ? { compact: false } : false,
          transformRequest: (url, type) => ({ url: viaPage(url, type) }),
        });
        map.addControl(new maplibre.NavigationControl({ showCompass: false }), "top-right");
        const giveUp = (reason: unknown) => {
          map.remove();
          reject(reason);
        };
        const abort = () => giveUp(options.signal.reason);
        const fail = (event: maplibre.MapEventType["error"]) => giveUp(event.error);
        options.signal.addEventListener("abort", abort, { once: true });
        map.once("error", fail);
        map.once("load", () => {
          options.signal.removeEventListener("abort", abort);
          map.off("error", fail);
          const handle = adapt(map);
          ground.drawn?.(handle);
          resolve(handle);
        });
      }),
  };
}

async function groundOf({ styleUrl, tilesUrl, linesHash }: MapConfig, scheme: Scheme): Promise<Ground> {
  if (styleUrl) {
    maplibre.addProtocol(VIA_PAGE, async ({ url }, { signal }) => ({
      data: await bytesOf(url.slice(VIA_PAGE.length + 3), signal),
    }));
    return (await import("./style-ground")).styleGround(styleUrl);
  }
  if (tilesUrl) {
    const [{ PMTiles, Protocol }, { tilesGround }] = await Promise.all([
      import("pmtiles"),
      import("./tiles-ground"),
    ]);
    const protocol = new Protocol();
    const archive = new PMTiles(new URL(tilesUrl, window.location.href).href);
    protocol.add(archive);
    maplibre.addProtocol("pmtiles", protocol.tile);
    return tilesGround(archive, scheme);
  }
  maplibre.addProtocol(GROUND_PROTOCOL, ({ url }, { signal }) => fetchGround(url, signal));
  return ownGround(scheme, linesHash);
}

const VIA_PAGE = "via-page";

/** The library's worker may connect to nothing: what it would fetch is fetched by the page. */
function viaPage(url: string, type: string | undefined): string {
  return type === "Tile" && /^https?:/.test(url) ? `${VIA_PAGE}://${url}` : url;
}

async function bytesOf(url: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const response = await fetch(url, { signal });
  // No tile is how many servers say that a place is empty.
  if (response.status === 404 || response.status === 204) return new ArrayBuffer(0);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response.arrayBuffer();
}

function mapOptions(options: CreateMapOptions): maplibre.MapOptions {
  const { container, bounds, view, texts, animate } = options;
  const camera: Partial<maplibre.MapOptions> = view
    ? { center: [view.lon, view.lat], zoom: view.zoom }
    : { bounds, fitBoundsOptions: { padding: FIT_PADDING, maxZoom: 12 } };
  return {
    container,
    ...camera,
    ...ZOOM_LIMITS,
    maxBounds: UK_LIMITS,
    cooperativeGestures: !options.isMain,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    reduceMotion: !animate,
    fadeDuration: animate ? 200 : 0,
    locale: locale(texts),
  };
}

function locale(texts: MapTexts): Record<string, string> {
  return {
    "Map.Title": texts.title,
    "NavigationControl.ZoomIn": texts.zoomIn,
    "NavigationControl.ZoomOut": texts.zoomOut,
    "CooperativeGesturesHandler.WindowsHelpText": texts.scrollHelp,
    "CooperativeGesturesHandler.MacHelpText": texts.scrollHelpMac,
    "CooperativeGesturesHandler.MobileHelpText": texts.touchHelp,
  };
}

function adapt(map: maplibre.Map): MapHandle {
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  const firstLabel = map.getStyle().layers.find((layer) => layer.type === "symbol")?.id;
  return {
    canvas: map.getCanvas(),
    addImage: (id, image, pixelRatio) => void map.addImage(id, image, { pixelRatio }),
    addSource: (id, data) => void map.addSource(id, { type: "geojson", data }),
    setData: (id, data) => void geoJsonSource(map, id).setData(data),
    // Checked against the style specification in layers.test.ts.
    addLayer: (layer, where) => void map.addLayer(layer as maplibre.LayerSpecification, where && firstLabel),
    setPaint: (layer, property, value) =>
      void map.setPaintProperty(layer, property, value as maplibre.ExpressionSpecification),
    hits: ({ x, y }, radius, layers) =>
      map
        .queryRenderedFeatures(
          [
            [x - radius, y - radius],
            [x + radius, y + radius],
          ],
          { layers },
        )
        .flatMap(({ geometry, layer, properties }) =>
          geometry.type === "Point"
            ? [
                {
                  layer: layer.id,
                  lonLat: [geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0],
                  properties,
                },
              ]
            : [],
        ),
    project: (point) => map.project(point),
    view: () => ({ zoom: map.getZoom(), lat: map.getCenter().lat, lon: map.getCenter().lng }),
    box: () => boxOf(map),
    move: (camera, animate) => void map.easeTo({ ...camera, duration: animate ? 450 : 0 }),
    fit: (bounds, animate) => void map.fitBounds(bounds, { padding: FIT_PADDING, maxZoom: 12, animate }),
    onClick: (listener) => void map.on("click", (event) => listener(event.point)),
    onPointerMove: (listener) => void map.on("mousemove", (event) => listener(event.point)),
    onMove: (listener) => void map.on("move", listener),
    onMoveEnd: (listener) => void map.on("moveend", listener),
    onceStill: (listener) => void map.once("idle", listener),
    redraw: () => void map.redraw(),
    remove: () => map.remove(),
  };
}

function boxOf(map: maplibre.Map): Bounds {
  const bounds = map.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}

function geoJsonSource(map: maplibre.Map, id: string): maplibre.GeoJSONSource {
  const source = map.getSource(id);
  if (!(source instanceof maplibre.GeoJSONSource)) throw new Error(`No GeoJSON source is called ${id}.`);
  return source;
}

/** Here and not in the library's worker, which may connect to nothing. The map is still a map without the ground. */
async function fetchGround(url: string, signal: AbortSignal): Promise<{ data: ArrayBuffer }> {
  const response = await fetch(groundPath(url.slice(`${GROUND_PROTOCOL}://`.length)), { signal });
  if (response.ok) return { data: await response.arrayBuffer() };
  console.warn(`The map is drawn without some of its ground: ${response.status}.`);
  return { data: new ArrayBuffer(0) };
}

async function assertFetchable(url: string): Promise<void> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The map's worker answered ${response.status}.`);
}
