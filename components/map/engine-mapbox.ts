import "mapbox-gl/dist/mapbox-gl.css";
import type {
  ExpressionSpecification,
  GeoJSONSource,
  LayerSpecification,
  Map as MapboxMap,
  MapOptions,
} from "mapbox-gl";
import mapbox from "mapbox-gl";
import type { MapConfig } from "@/domain/map/map-config";
import { FIT_PADDING, UK_LIMITS, ZOOM_LIMITS } from "./limits";
import type { Bounds, CreateMapOptions, MapEngine, MapHandle, MapTexts } from "./map-handle";
import { palettes } from "./palette";

const DEFAULT_STYLE = "mapbox://styles/mapbox/light-v11";

/**
 * Mapbox's own style below our layers, for a deployer who has set a token.
 * @param token a public token ("pk.…"); Mapbox answers every request itself when it is wrong.
 */
export function createMapboxEngine(token: string, { mapboxStyle: style, linesHash }: MapConfig): MapEngine {
  return {
    // Every style made with Mapbox's fonts has these glyphs.
    palette: palettes.light,
    linesHash,
    font: ["DIN Pro Medium", "Arial Unicode MS Regular"],
    createMap: (options) =>
      new Promise((resolve, reject) => {
        const map = new mapbox.Map({
          ...mapOptions(options),
          accessToken: token,
          style: style ?? DEFAULT_STYLE,
          // Counts of who looks at which NHS service are nobody's business but the reader's.
          performanceMetricsCollection: false,
          collectResourceTiming: false,
        });
        map.addControl(new mapbox.NavigationControl({ showCompass: false }), "top-right");
        const giveUp = (reason: unknown) => {
          map.remove();
          reject(reason);
        };
        const abort = () => giveUp(options.signal.reason);
        const fail = (event: { error: Error }) => giveUp(event.error);
        options.signal.addEventListener("abort", abort, { once: true });
        map.once("error", fail);
        map.once("style.load", () => {
          options.signal.removeEventListener("abort", abort);
          map.off("error", fail);
          resolve(adapt(map));
        });
      }),
  };
}

function mapOptions(options: CreateMapOptions): MapOptions {
  const { container, bounds, view, texts, animate } = options;
  const camera: Partial<MapOptions> = view
    ? { center: [view.lon, view.lat], zoom: view.zoom }
    : { bounds, fitBoundsOptions: { padding: FIT_PADDING, maxZoom: 12 } };
  return {
    container,
    ...camera,
    ...ZOOM_LIMITS,
    maxBounds: UK_LIMITS,
    projection: "mercator",
    cooperativeGestures: !options.isMain,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    respectPrefersReducedMotion: true,
    fadeDuration: animate ? 200 : 0,
    locale: locale(texts),
  };
}

function locale(texts: MapTexts): Record<string, string> {
  return {
    "Map.Title": texts.title,
    "NavigationControl.ZoomIn": texts.zoomIn,
    "NavigationControl.ZoomOut": texts.zoomOut,
    "AttributionControl.ToggleAttribution": texts.toggleAttribution,
    "ScrollZoomBlocker.CtrlMessage": texts.scrollHelp,
    "ScrollZoomBlocker.CmdMessage": texts.scrollHelpMac,
    "TouchPanBlocker.Message": texts.touchHelp,
  };
}

function adapt(map: MapboxMap): MapHandle {
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  const firstLabel = map.getStyle().layers.find((layer) => layer.type === "symbol")?.id;
  return {
    canvas: map.getCanvas(),
    addImage: (id, image, pixelRatio) => void map.addImage(id, image, { pixelRatio }),
    addSource: (id, data) => void map.addSource(id, { type: "geojson", data }),
    setData: (id, data) => void geoJsonSource(map, id).setData(data),
    // Checked against the style specification in layers.test.ts.
    addLayer: (layer, where) => void map.addLayer(layer as LayerSpecification, where && firstLabel),
    setPaint: (layer, property, value) =>
      void map.setPaintProperty(layer, property, value as ExpressionSpecification),
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
          geometry.type === "Point" && layer
            ? [
                {
                  layer: layer.id,
                  lonLat: [geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0],
                  properties: properties ?? {},
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
    redraw: () => void map._render(performance.now()),
    remove: () => map.remove(),
  };
}

function boxOf(map: MapboxMap): Bounds {
  const bounds = map.getBounds();
  if (!bounds) return UK_LIMITS;
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}

function geoJsonSource(map: MapboxMap, id: string): GeoJSONSource {
  const source = map.getSource(id);
  if (source?.type !== "geojson") throw new Error(`No GeoJSON source is called ${id}.`);
  return source as GeoJSONSource;
}
