import { PIN_STATUSES, type PinFeature, type PinProperties, type PinStatus } from "./pin";

/** Everything at one point. The map draws one marker for it, and its card lists all of `pins`. */
export type Spot = {
  /** Stable for a set of pins: the first slug in alphabetical order. */
  id: string;
  /** [longitude, latitude] in degrees WGS84. */
  coordinates: [number, number];
  /** In alphabetical order of name, never empty. */
  pins: PinProperties[];
  status: PinStatus;
  /** True only when no pin here has an exact position. */
  approximate: boolean;
};

/** Five decimal places are about one metre: two services that close are at the same front door. */
const DECIMALS = 5;

/**
 * Puts services at the same point together, because markers on top of each other hide all but one.
 * Every pin is in exactly one spot; the order of spots does not depend on the order of pins.
 */
export function groupPins(features: readonly PinFeature[]): Spot[] {
  const groups = new Map<string, PinFeature[]>();
  for (const feature of features) {
    const key = feature.geometry.coordinates.map((degrees) => degrees.toFixed(DECIMALS)).join(",");
    const group = groups.get(key);
    if (group) group.push(feature);
    else groups.set(key, [feature]);
  }
  return [...groups.values()].map(toSpot).sort((a, b) => compare(a.id, b.id));
}

function toSpot(features: PinFeature[]): Spot {
  const sorted = [...features].sort((a, b) => compare(a.properties.slug, b.properties.slug));
  const first = sorted[0];
  if (!first) throw new RangeError("A spot needs at least one pin.");
  const pins = sorted.map((feature) => feature.properties);
  return {
    id: first.properties.slug,
    coordinates: first.geometry.coordinates,
    pins: pins.toSorted((a, b) => a.name.localeCompare(b.name, "en-GB") || compare(a.slug, b.slug)),
    status: strongestStatus(pins),
    approximate: pins.every((pin) => pin.approximate),
  };
}

/** What is open now outweighs what is planned, and that what has ended: a marker must not hide a running service. */
function strongestStatus(pins: readonly PinProperties[]): PinStatus {
  const present = new Set(pins.map((pin) => pin.status));
  return PIN_STATUSES.find((status) => present.has(status)) ?? "ended";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
