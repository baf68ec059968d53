/**
 * A total beside the parts that a page gives of it. What is in none of them, and what is in several, is said in words, so that
 * `parts + missing - again` is always the total.
 */
export type Remainder = {
  total: number;
  /** What the parts come to. */
  parts: number;
  /** Of the total, in no part. */
  missing: number;
  /** How much more the parts come to because some of the total is in several. */
  again: number;
};

/**
 * The one rule for all of them.
 * @param held how many of the total are in a part at all; asked for where one thing can be in several.
 */
export function remainderOf(total: number, parts: Iterable<number>, held: number | null = null): Remainder {
  let sum = 0;
  for (const part of parts) sum += part;
  const inParts = Math.min(total, sum, held ?? Number.POSITIVE_INFINITY);
  return { total, parts: sum, missing: total - inParts, again: sum - inParts };
}
