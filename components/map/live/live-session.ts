import type { Feature } from "geojson";
import type { Locale } from "@/domain/language/locale";
import type { MapArea, MapOutlines, MapPosition } from "@/domain/map/map-address";
import type { MapConfig } from "@/domain/map/map-config";
import type { MapFilter } from "@/domain/map/map-filter";
import type { ChoiceCounts } from "@/domain/map/mask-pins";
import { clustersIn, type PinMask, rowsIn, type ShownPins, showPins } from "@/domain/map/pin-clusters";
import { pinPosition } from "@/domain/map/pin-file";
import { viewBounds } from "@/domain/map/view-bounds";
import type { Point } from "@/domain/places/distance";
import type { Definition } from "@/domain/providers/legal-form";
import { loadEngine } from "../engine";
import { fetchOutline } from "../fetch-outline";
import { fetchJson } from "../geo-data";
import { chosenLinesLayers, hereLayer, layerIds, mapSources, outlineLayers, serviceLayers } from "../layers";
import { UK_BOUNDS, ZOOM_LIMITS } from "../limits";
import type { Bounds, Hit, LonLat, MapHandle, MapTexts, Pixel } from "../map-handle";
import { maskAround } from "../outline-mask";
import { addPinImages } from "../pin-images";
import { printAsPicture } from "../print-map";
import { type Covered, isClear, offsetOf } from "./card-room";
import { drawChosenLines } from "./chosen-lines";
import { fetchLiveData, type LiveData } from "./live-data";
import type { CardWriting } from "./live-words";
import { markFeatures, rowsOfMark } from "./mark-features";
import { nearestInView, readingOrder } from "./row-order";

/** The area that a page is of: its line is drawn, and what its page lists around it is shown beside what the filter lets through. */
export type PageArea = MapArea & { code: string; hasAround: boolean };

export type LiveRequest = {
  container: HTMLElement;
  definition: Definition;
  filter: MapFilter;
  area?: PageArea | null;
  view: MapPosition | null;
  /** What it begins with where there is no `view`: a box, or all that is shown; else the whole country. */
  begins?: Bounds | "shown" | undefined;
  texts: MapTexts;
  /** The language of what a card is written with, where the page has none of it. */
  cardIn?: Locale | undefined;
  animate: boolean;
  /** Whether the map is what the page is for: then it takes the wheel and one finger. */
  isMain: boolean;
  signal: AbortSignal;
  /** Rows at one point that the reader chose, or null for the bare map. */
  onChoose: (rows: readonly number[] | null) => void;
  onView: (view: MapPosition) => void;
};

/** A drawn map of the files, in rows. */
export type LiveSession = Pick<LiveData, "details" | "rowOf"> & {
  /** What a card is written with, where it was asked for. */
  card: CardWriting | undefined;
  /** @returns how many services it leaves, and each further choice would. */
  setFilter(filter: MapFilter): Promise<{ shown: number; counts: ChoiceCounts }>;
  /** Shown rows in view, the nearest to the middle first. */
  inView(): number[];
  /** The shown rows at one point with this one. */
  together(row: number): number[];
  /** The next point in reading order after (or before) a row, among those in view. */
  step(from: number | null, by: 1 | -1): number | null;
  /** Rings the point of a row. */
  mark(row: number | null): void;
  /** Brings the point of a row to where the card leaves it free: "close", or only "clear" where the card would cover it. */
  reveal(row: number, how: "close" | "clear", covered: Covered): void;
  /** Draws the lines of such areas, or none. */
  setOutlines(outlines: MapOutlines | null): Promise<void>;
  /** Rings where the reader is; null takes the ring away. */
  ring(here: Point | null): void;
  show(view: MapPosition): void;
  chooseCentre(): void;
  remove(): void;
};

const RADIUS = { mouse: 5, touch: 16, cross: 30 };
const CLOSE_ZOOM = { exact: 12.2, approximate: 9.5 };
/** Zooms by which a mark of many is looked into: cells of a sixteenth of the size. */
const CLOSER = 2;
const empty = { type: "FeatureCollection" as const, features: [] };

/** @throws when the library, the files or the base map cannot be loaded, or nothing can be drawn. */
export async function startLiveSession(request: LiveRequest): Promise<LiveSession> {
  const { area = null, definition, filter, begins = UK_BOUNDS } = request;
  const asked = request.cardIn ? `?words=${request.cardIn}` : "";
  const config = fetchJson(`/api/v1/map/config${asked}`).then(
    (answer) => answer as MapConfig & { card?: CardWriting },
  );
  const [{ card }, engine, data, outline] = await Promise.all([
    config,
    config.then(loadEngine),
    fetchLiveData(area?.hasAround ? { area, definition } : null),
    // The map of an area is still useful without the line around it.
    config.then(({ linesHash }) => area && fetchOutline(area, linesHash).catch(() => null)),
  ]);
  const bounds = begins === "shown" ? boundsOf((await data.filter(definition, filter, null)).shown) : begins;
  request.signal.throwIfAborted();
  const map = await engine.createMap({ ...request, bounds });
  addPinImages(map, engine.palette);
  if (outline) {
    map.addSource(mapSources.mask, maskAround(outline));
    map.addSource(mapSources.outline, outline);
    for (const layer of outlineLayers(engine.palette)) map.addLayer(layer, "under-labels");
  }
  map.addSource(mapSources.spots, empty);
  map.addSource(mapSources.chosen, empty);
  map.addSource(mapSources.here, empty);
  map.addSource(mapSources.lines, empty);
  map.addSource(mapSources.fineLines, empty);
  for (const layer of chosenLinesLayers(engine.palette)) map.addLayer(layer, "under-labels");
  for (const layer of serviceLayers(engine.font, engine.palette)) map.addLayer(layer);
  map.addLayer(hereLayer(engine.palette));
  const session = connect(map, data, { ...request, linesHash: engine.linesHash, card });
  await session.setFilter(filter);
  return session;
}

function connect(
  map: MapHandle,
  data: LiveData,
  request: LiveRequest & { linesHash: string | undefined; card: CardWriting | undefined },
): LiveSession {
  const { animate, definition } = request;
  const stopPrinting = printAsPicture(map, request.container);
  const { pins } = data.table;
  const chosenLines = drawChosenLines(map, request.linesHash);
  let filters = 0;
  let shown = showPins(pins, new Uint8Array(pins.length));
  const size = () => ({ width: map.canvas.clientWidth, height: map.canvas.clientHeight });
  const at = (row: number): LonLat => {
    const { lon, lat } = pinPosition(pins, row);
    return [lon, lat];
  };
  const draw = () => {
    const view = map.view();
    map.setData(
      mapSources.spots,
      markFeatures(shown, clustersIn(shown, viewBounds(view, size(), 0.5), view.zoom)),
    );
  };
  const inView = () => rowsIn(shown, viewBounds(map.view(), size()));
  const together = (row: number) => rowsOfMark(shown, sameKey(pins.keys, row));

  function choose(pixel: Pixel, radius: number): void {
    const hit = nearestHit(map, pixel, radius);
    if (!hit) {
      request.onChoose(null);
      return;
    }
    if (hit.layer === layerIds.cluster) {
      map.move({ center: hit.lonLat, zoom: map.view().zoom + CLOSER }, animate);
      return;
    }
    const { from, to } = hit.properties as { from: number; to: number };
    request.onChoose(rowsOfMark(shown, { from, to }));
  }

  const pointer = window.matchMedia("(pointer: coarse)").matches ? RADIUS.touch : RADIUS.mouse;
  map.onClick((pixel) => choose(pixel, pointer));
  map.onPointerMove((pixel) =>
    map.canvas.classList.toggle("over-mark", nearestHit(map, pixel, RADIUS.mouse) !== null),
  );
  let seen = viewKey(map.view());
  map.onMoveEnd(() => {
    draw();
    // A resized window ends a move too, but the reader has not gone anywhere.
    if (viewKey(map.view()) === seen) return;
    seen = viewKey(map.view());
    request.onView(map.view());
  });

  return {
    card: request.card,
    details: data.details,
    rowOf: data.rowOf,
    setFilter: async (filter) => {
      const asked = ++filters;
      const texts = filter.q === null ? null : await data.withWords(filter.q);
      const filtered = await data.filter(definition, filter, texts);
      // An answer that comes after a newer choice is not drawn.
      if (asked === filters) shown = data.around ? withRows(filtered.shown, data.around) : filtered.shown;
      draw();
      return { shown: filtered.total, counts: filtered.counts };
    },
    inView: () => nearestInView(shown, map.view(), size()),
    together,
    step: (from, by) => {
      const points = inView().filter((row) => together(row)[0] === row);
      const order = readingOrder(points, (row) => map.project(at(row)));
      const here = from === null ? -1 : order.indexOf(together(from)[0] ?? from);
      const next = here === -1 && by === -1 ? order.length - 1 : here + by;
      return order[(next + order.length) % order.length] ?? null;
    },
    mark: (row) => {
      const spot = row === null ? null : { ...sameKey(pins.keys, row), isSpot: true };
      const place = row === null ? null : at(row);
      const count = row === null ? 0 : together(row).length;
      const marks = spot && place ? [{ ...spot, count, lon: place[0], lat: place[1] }] : [];
      map.setData(mapSources.chosen, markFeatures(shown, marks));
    },
    reveal: (row, how, covered) => {
      const place = at(row);
      if (how === "clear" && isClear(map.project(place), size(), covered)) return;
      const close = pins.approximate[row] === 1 ? CLOSE_ZOOM.approximate : CLOSE_ZOOM.exact;
      const zoom = how === "close" ? Math.max(map.view().zoom, close) : map.view().zoom;
      map.move({ center: place, zoom, offset: offsetOf(covered) }, animate);
    },
    setOutlines: chosenLines,
    show: ({ lat, lon, zoom }) => {
      const within = Math.min(Math.max(zoom, ZOOM_LIMITS.minZoom), ZOOM_LIMITS.maxZoom);
      map.move({ center: [lon, lat], zoom: within }, false);
    },
    ring: (here) => map.setData(mapSources.here, here ? ringAt(here) : empty),
    chooseCentre: () => choose({ x: size().width / 2, y: size().height / 2 }, RADIUS.cross),
    remove: () => {
      stopPrinting();
      data.close();
      map.remove();
    },
  };
}

/** The smallest box around all that is shown; the whole country around nothing. */
function boundsOf({ table, mask }: ShownPins): Bounds {
  let bounds: Bounds | null = null;
  for (let row = 0; row < table.length; row++) {
    if (mask[row] !== 1) continue;
    const { lon, lat } = pinPosition(table, row);
    const [west, south, east, north]: Bounds = bounds ?? [lon, lat, lon, lat];
    bounds = [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)];
  }
  return bounds ?? UK_BOUNDS;
}

function withRows({ table, mask }: ShownPins, more: PinMask): ShownPins {
  return showPins(
    table,
    mask.map((shown, row) => shown | (more[row] ?? 0)),
  );
}

function ringAt({ lon, lat }: Point): Feature {
  return { type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [lon, lat] } };
}

/** The run of rows at the very point of one. */
function sameKey(keys: Float64Array, row: number): { from: number; to: number } {
  let [from, to] = [row, row + 1];
  while (from > 0 && keys[from - 1] === keys[row]) from--;
  while (to < keys.length && keys[to] === keys[row]) to++;
  return { from, to };
}

function nearestHit(map: MapHandle, pixel: Pixel, radius: number): Hit | null {
  const away = ({ lonLat }: Hit) => {
    const { x, y } = map.project(lonLat);
    return Math.hypot(x - pixel.x, y - pixel.y);
  };
  const hits = map.hits(pixel, radius, [layerIds.cluster, layerIds.spot]);
  return hits.toSorted((a, b) => away(a) - away(b))[0] ?? null;
}

function viewKey({ zoom, lat, lon }: MapPosition): string {
  return [zoom.toFixed(2), lat.toFixed(4), lon.toFixed(4)].join("/");
}
