import { groupPins, type Spot } from "@/domain/map/group-pins";
import type { MapPosition } from "@/domain/map/map-address";
import type { MapConfig } from "@/domain/map/map-config";
import { parsePinCollection } from "@/domain/map/pin";
import { loadEngine } from "./engine";
import { fetchOutline, type OutlineOf } from "./fetch-outline";
import { fetchJson } from "./geo-data";
import { clusterOptions, mapSources, outlineLayers, serviceLayers } from "./layers";
import { UK_BOUNDS, ZOOM_LIMITS } from "./limits";
import type { Bounds, MapEngine, MapHandle, MapTexts, Pixel } from "./map-handle";
import { type AreaOutline, maskAround, outlineBounds } from "./outline-mask";
import { isOverMark, pickNearest } from "./pick";
import { addPinImages } from "./pin-images";
import { printAsPicture } from "./print-map";
import { spotBounds, spotFeatures } from "./spot-features";

export type MapRequest = {
  container: HTMLElement;
  /** Address of the pins (`/api/v1/map/services.geojson`, perhaps with `?area=`). */
  dataUrl: string;
  outline: OutlineOf | null;
  initialBounds: Bounds | null;
  view: MapPosition | null;
  texts: MapTexts;
  animate: boolean;
  /** Gives up loading. */
  signal: AbortSignal;
  /** The reader chose a mark, or (null) the bare map. */
  onChoose: (spot: Spot | null) => void;
  /** The map has come to rest somewhere else. */
  onView: (view: MapPosition) => void;
};

/** A drawn map, in the words of the page. */
export type MapSession = {
  findSpot(slug: string): Spot | undefined;
  /** Rings a spot; `null` removes the ring. */
  mark(spot: Spot | null): void;
  /** Brings a spot to where a card does not cover it, closer in when the map shows the whole country. */
  reveal(spot: Spot): void;
  show(view: MapPosition): void;
  /** Chooses what is at the centre of the map: for keyboards, which cannot point. */
  chooseCentre(): Promise<void>;
  remove(): void;
};

/** Fingers and centred crosses are less exact than a mouse. */
const RADIUS = { mouse: 5, touch: 16, cross: 30 };

/** Where a spot can be told from its neighbours: a street, or a town when only the town is known. */
const CLOSE_ZOOM = { exact: 12.2, approximate: 9.5 };

const empty = { type: "FeatureCollection" as const, features: [] };

/**
 * Loads everything a map needs and draws it.
 * @throws when the library, the pins or the base map cannot be loaded, or nothing can be drawn.
 */
export async function startMapSession(request: MapRequest): Promise<MapSession> {
  const settings = fetchJson("/api/v1/map/config").then((config) => config as MapConfig);
  const [engine, spots, outline] = await Promise.all([
    settings.then(loadEngine),
    fetchJson(request.dataUrl).then((body) => groupPins(parsePinCollection(body).features)),
    // An area page is still useful without the line around the area.
    settings.then(({ linesHash }) =>
      request.outline ? fetchOutline(request.outline, linesHash).catch(() => null) : null,
    ),
  ]);
  const bounds = request.initialBounds ?? outlineBounds(outline) ?? spotBounds(spots) ?? UK_BOUNDS;
  request.signal.throwIfAborted();
  const map = await engine.createMap({ ...request, bounds });
  draw(map, spots, outline, engine);
  return connect(map, spots, request);
}

function draw(
  map: MapHandle,
  spots: Spot[],
  outline: AreaOutline | null,
  { font, palette }: Pick<MapEngine, "font" | "palette">,
): void {
  addPinImages(map, palette);
  if (outline) {
    map.addSource(mapSources.mask, maskAround(outline));
    map.addSource(mapSources.outline, outline);
    for (const layer of outlineLayers(palette)) map.addLayer(layer, "under-labels");
  }
  map.addSource(mapSources.spots, spotFeatures(spots), clusterOptions);
  map.addSource(mapSources.chosen, empty);
  for (const layer of serviceLayers(font, palette)) map.addLayer(layer);
}

function connect(map: MapHandle, spots: Spot[], request: MapRequest): MapSession {
  const { animate } = request;
  const stopPrinting = printAsPicture(map, request.container);
  const bySlug = new Map(spots.flatMap((spot) => spot.pins.map((pin) => [pin.slug, spot] as const)));
  const byId = new Map(spots.map((spot) => [spot.id, spot]));

  async function choose(at: Pixel, radius: number): Promise<void> {
    const picked = await pickNearest(map, at, radius);
    if (picked?.kind === "cluster") map.move({ center: picked.center, zoom: picked.zoom + 0.2 }, animate);
    else request.onChoose((picked && byId.get(picked.id)) ?? null);
  }

  const pointer = window.matchMedia("(pointer: coarse)").matches ? RADIUS.touch : RADIUS.mouse;
  map.onClick((at) => void choose(at, pointer));
  map.onPointerMove((at) => {
    map.canvas.classList.toggle("over-mark", isOverMark(map, at, RADIUS.mouse));
  });
  let seen = viewKey(map.view());
  map.onMoveEnd(() => {
    const view = map.view();
    // A resized window ends a move too, but shows the same place.
    if (viewKey(view) === seen) return;
    seen = viewKey(view);
    request.onView(view);
  });

  return {
    findSpot: (slug) => bySlug.get(slug),
    mark: (spot) => map.setData(mapSources.chosen, spotFeatures(spot ? [spot] : [])),
    reveal: (spot) => {
      const closeEnough = spot.approximate ? CLOSE_ZOOM.approximate : CLOSE_ZOOM.exact;
      const narrow = map.canvas.clientWidth < 640;
      const zoom = Math.max(map.view().zoom, closeEnough);
      const offset: [number, number] = narrow ? [0, -map.canvas.clientHeight / 4] : [120, 0];
      map.move({ center: spot.coordinates, zoom, offset }, animate);
    },
    show: ({ lat, lon, zoom }) =>
      map.move(
        { center: [lon, lat], zoom: Math.min(Math.max(zoom, ZOOM_LIMITS.minZoom), ZOOM_LIMITS.maxZoom) },
        false,
      ),
    chooseCentre: () =>
      choose({ x: map.canvas.clientWidth / 2, y: map.canvas.clientHeight / 2 }, RADIUS.cross),
    remove: () => {
      stopPrinting();
      map.remove();
    },
  };
}

function viewKey({ zoom, lat, lon }: MapPosition): string {
  return [zoom.toFixed(2), lat.toFixed(4), lon.toFixed(4)].join("/");
}
