import type { Feature, FeatureCollection } from "geojson";
import type { MapPosition } from "@/domain/map/map-address";
import type { Palette } from "./palette";

/** Degrees WGS84: west, south, east, north. */
export type Bounds = [number, number, number, number];
export type LonLat = [number, number];
/** Pixels from the top left of the map. */
export type Pixel = { x: number; y: number };

export type GeoJson = Feature | FeatureCollection;

/**
 * One layer as both libraries read it. Their own types agree on these layers but not nominally; layers.test.ts
 * checks every layer we write against the style specification instead.
 */
export type MapLayer = {
  id: string;
  type: "fill" | "line" | "circle" | "symbol";
  source: string;
  filter?: unknown[];
  minzoom?: number;
  maxzoom?: number;
  layout?: Record<string, unknown>;
  paint?: Record<string, unknown>;
};

/** A drawn feature under a pixel. `lonLat` is that of a point feature. */
export type Hit = { layer: string; lonLat: LonLat; properties: Record<string, unknown> };

export type Camera = {
  center: LonLat;
  zoom?: number;
  /** Pixels by which the centre is drawn away from the middle of the map. */
  offset?: [number, number];
};

/** The part of a map that the rest of this folder uses; the two engines adapt their libraries to it. */
export type MapHandle = {
  canvas: HTMLCanvasElement;
  addImage(id: string, image: ImageData, pixelRatio: number): void;
  addSource(id: string, data: GeoJson): void;
  setData(id: string, data: GeoJson): void;
  /** On top, or under the base map's labels. */
  addLayer(layer: MapLayer, where?: "under-labels"): void;
  /** One value of how a layer is painted, such as its opacity. */
  setPaint(layer: string, property: `${"fill" | "line"}-opacity`, value: number | unknown[]): void;
  hits(around: Pixel, radius: number, layers: string[]): Hit[];
  project(point: LonLat): Pixel;
  view(): MapPosition;
  /** All that is in view. */
  box(): Bounds;
  move(camera: Camera, animate: boolean): void;
  fit(bounds: Bounds, animate: boolean): void;
  onClick(listener: (at: Pixel) => void): void;
  onPointerMove(listener: (at: Pixel) => void): void;
  /** With every frame of a movement. */
  onMove(listener: () => void): void;
  onMoveEnd(listener: () => void): void;
  /** Once nothing moves and all that is in view is drawn. */
  onceStill(listener: () => void): void;
  /** Draws at once, so that its canvas can be copied right after. */
  redraw(): void;
  remove(): void;
};

/** The words that the libraries put into the page, all from the message catalogue `map`. */
export const MAP_TEXT_KEYS = [
  "title",
  "zoomIn",
  "zoomOut",
  "toggleAttribution",
  "scrollHelp",
  "scrollHelpMac",
  "touchHelp",
] as const;
export type MapTexts = Record<(typeof MAP_TEXT_KEYS)[number], string>;

export type CreateMapOptions = {
  container: HTMLElement;
  /** Used when there is no `view`. */
  bounds: Bounds;
  view: MapPosition | null;
  texts: MapTexts;
  animate: boolean;
  /** The page is the map's: it takes the wheel and one finger. */
  isMain?: boolean;
  /** Gives up: an unfinished map is taken away and the promise rejects with the signal's reason. */
  signal: AbortSignal;
};

export type MapEngine = {
  /** The label font of our own layers, by the name this engine's style has glyphs for. */
  font: string[];
  /** Our marks' colours, by what they stand on. */
  palette: Palette;
  /** What stands in the address of fine lines; without it there are none. */
  linesHash: string | undefined;
  /** Resolves when the style is there and layers can be added; rejects when nothing can be drawn. */
  createMap(options: CreateMapOptions): Promise<MapHandle>;
};
