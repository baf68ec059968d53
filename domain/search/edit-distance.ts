/** How far what was typed is from a word, and from the nearest beginning of it. */
export type Distances = { whole: number; prefix: number };

/** As many bits as a number of JavaScript has for such work: letters beyond are not looked at. */
const MAX_LENGTH = 32;
/** Names are normalised: a to z, 0 to 9. */
const LETTERS = 128;

/**
 * Counts letters to add, leave out, change, or swap with their neighbour (optimal string alignment), to turn `typed`
 * into a word and into any beginning of it. All rows of the table of distances are worked out at once, a bit each: H.
 * Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", Nordic Journal of Computing 10
 * (2003). Letters that are not of normalised names never match.
 * @returns to be called with many words, in turn; the answer it gives is the same object again and again
 */
export function distancesFrom(typed: string): (word: string) => Readonly<Distances> {
  const height = Math.min(typed.length, MAX_LENGTH);
  const last = height === 0 ? 0 : 1 << (height - 1);
  const answer: Distances = { whole: 0, prefix: 0 };
  // For each letter, a bit at each place of what was typed where it stands.
  const places = new Int32Array(LETTERS);
  for (let y = 0; y < height; y++) {
    const letter = typed.charCodeAt(y);
    if (letter < LETTERS) places[letter] = (places[letter] ?? 0) | (1 << y);
  }
  return (word) => {
    let [more, less, same, before] = [-1, 0, 0, 0];
    let [distance, nearest] = [height, height];
    const width = Math.min(word.length, MAX_LENGTH);
    for (let x = 0; x < width; x++) {
      const letter = word.charCodeAt(x);
      const here = letter < LETTERS ? (places[letter] ?? 0) : 0;
      const swapped = ((~same & here) << 1) & before;
      same = (((here & more) + more) ^ more) | here | less | swapped;
      const [up, down] = [less | ~(same | more), same & more];
      if ((up & last) !== 0) distance++;
      else if ((down & last) !== 0) distance--;
      if (distance < nearest) nearest = distance;
      const shifted = (up << 1) | 1;
      more = (down << 1) | ~(same | shifted);
      less = shifted & same;
      before = here;
    }
    answer.whole = height === 0 ? width : distance;
    answer.prefix = nearest;
    return answer;
  };
}

/** How many slips are forgiven in a word of this length: none in short ones, which would turn into other words. */
export function forgiven(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}
