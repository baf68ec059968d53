/**
 * Positions as whole numbers on the square of web maps (Web Mercator): 2^21 units to a side, so that a unit is 11 m of
 * ground in the north of Scotland and 12 m in Cornwall (19 m at the equator), and a tile of zoom z is 2^(21-z) units. Where a point lies is then one
 * number, its place along the Z curve: sorted by it, all points of any tile stand together.
 */
export const GRID_BITS = 21;
export const GRID_SIZE = 2 ** GRID_BITS;

/** Degrees WGS84 to a unit of the grid, 0 to 2^21 - 1. */
export function toGrid(lon: number, lat: number): { x: number; y: number } {
  const radians = (lat * Math.PI) / 180;
  const x = (lon + 180) / 360;
  const y = (1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2;
  return { x: clamp(Math.floor(x * GRID_SIZE)), y: clamp(Math.floor(y * GRID_SIZE)) };
}

/** The middle of a unit, degrees WGS84. */
export function fromGrid(x: number, y: number): { lon: number; lat: number } {
  const lon = ((x + 0.5) / GRID_SIZE) * 360 - 180;
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + 0.5)) / GRID_SIZE))) * 180) / Math.PI;
  return { lon, lat };
}

/** The place of a unit along the Z curve: below 2^42, so that a JavaScript number holds it exactly. */
export function toKey(x: number, y: number): number {
  // Interleaved by halves, because bit operations know 32 bits only.
  const high = interleave(x >>> 11) + 2 * interleave(y >>> 11);
  const low = interleave(x & 0x7ff) + 2 * interleave(y & 0x7ff);
  return high * 2 ** 22 + low;
}

/** The inverse of toKey. */
export function fromKey(key: number): { x: number; y: number } {
  const high = Math.floor(key / 2 ** 22);
  const low = key % 2 ** 22;
  return {
    x: (squeeze(high) << 11) | squeeze(low),
    y: (squeeze(high >>> 1) << 11) | squeeze(low >>> 1),
  };
}

/** Eleven bits with a nought before each. */
function interleave(bits: number): number {
  let spread = bits;
  spread = (spread | (spread << 8)) & 0x00ff00ff;
  spread = (spread | (spread << 4)) & 0x0f0f0f0f;
  spread = (spread | (spread << 2)) & 0x33333333;
  spread = (spread | (spread << 1)) & 0x55555555;
  return spread;
}

/** Every other bit of 22, from the lowest. */
function squeeze(bits: number): number {
  let packed = bits & 0x55555555;
  packed = (packed | (packed >>> 1)) & 0x33333333;
  packed = (packed | (packed >>> 2)) & 0x0f0f0f0f;
  packed = (packed | (packed >>> 4)) & 0x00ff00ff;
  packed = (packed | (packed >>> 8)) & 0x0000ffff;
  return packed & 0x7ff;
}

function clamp(unit: number): number {
  return Math.min(GRID_SIZE - 1, Math.max(0, unit));
}
