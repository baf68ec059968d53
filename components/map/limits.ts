import type { Bounds } from "./map-handle";

/** The whole of the United Kingdom, Shetland and Scilly included. Degrees WGS84. */
export const UK_BOUNDS: Bounds = [-8.7, 49.8, 1.9, 60.9];

/** As far as the map can be moved: the base map's data ends about here. */
export const UK_LIMITS: Bounds = [-19, 46.5, 12, 63.5];

/** Pixels left free around what the map is fitted to, so that a mark at its edge is whole. */
export const FIT_PADDING = 44;

/** At 2.8 the whole country fits into the lowest frame that there is; above 14 the outlines are too simple to be honest about. */
export const ZOOM_LIMITS = { minZoom: 2.8, maxZoom: 14 };
