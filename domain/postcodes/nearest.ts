/**
 * The numbers nearest to one that is not among them, in order: the live postcodes to offer for one that nobody has.
 * @param most how many at the most
 */
export function nearestNumbers(numbers: readonly number[], wanted: number, most: number): number[] {
  return [...numbers]
    .sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))
    .slice(0, most)
    .sort((a, b) => a - b);
}
