/** From what is known to what could be. */
export type Range = { low: number; high: number };

/**
 * The rank of each, from 1 for the largest; null where its range meets another's, because who of the two comes first is not
 * known then. Two that are equal have none either.
 */
export function rankedRanges(ranges: readonly Range[]): (number | null)[] {
  return ranges.map((one, at) => {
    const others = ranges.filter((_, index) => index !== at);
    const isAlone = others.every((other) => other.high < one.low || other.low > one.high);
    return isAlone ? 1 + others.filter((other) => other.low > one.high).length : null;
  });
}
