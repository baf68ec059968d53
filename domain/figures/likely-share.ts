import type { Range } from "./ranked-ranges";

/** Standard deviations within which 95 of 100 samples fall. */
const Z = 1.96;

/**
 * Between which shares the true one probably lies (95%), where a random sample of `whole` has `part`: Wilson's interval, which says something
 * of a sample with none too.
 * @throws RangeError for an empty sample, or a part larger than it.
 */
export function likelyShare(part: number, whole: number): Range {
  if (!(whole > 0) || part < 0 || part > whole) throw new RangeError(`${part} of ${whole} is no share`);
  const share = part / whole;
  const spread = Z ** 2 / whole;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (Z * Math.sqrt((share * (1 - share)) / whole + spread / (4 * whole))) / (1 + spread);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
