/** Metres of one degree of latitude, near enough anywhere in the United Kingdom. */
export const METRES_PER_DEGREE = 111_320;

/** Degrees to five decimals: about a metre. */
export function toFiveDecimals(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000;
}
