/** How far what was typed is from a word, and from the nearest beginning of it. */
export type Distances = { whole: number; prefix: number };

const MAX_LENGTH = 32;
const rows = [0, 1, 2].map(() => new Uint8Array(MAX_LENGTH + 1));

/**
 * Counts letters to add, leave out, change, or swap with their neighbour (optimal string alignment), to turn `typed`
 * into `word` and into any beginning of `word`. Words beyond 32 letters are cut there. Allocates nothing but the answer.
 * @param most what is farther than this need not be counted out: it is given as some larger number
 */
export function distances(typed: string, word: string, most = MAX_LENGTH): Distances {
  const [height, width] = [Math.min(typed.length, MAX_LENGTH), Math.min(word.length, MAX_LENGTH)];
  let [before, above, row] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let x = 0; x <= width; x++) above[x] = x;
  for (let y = 1; y <= height; y++) {
    const letter = typed.charCodeAt(y - 1);
    const last = y > 1 ? typed.charCodeAt(y - 2) : -1;
    row[0] = y;
    let leastOfRow = y;
    for (let x = 1; x <= width; x++) {
      const other = word.charCodeAt(x - 1);
      let least = at(above, x - 1) + (letter === other ? 0 : 1);
      if (at(above, x) + 1 < least) least = at(above, x) + 1;
      if (at(row, x - 1) + 1 < least) least = at(row, x - 1) + 1;
      if (x > 1 && last === other && letter === word.charCodeAt(x - 2) && at(before, x - 2) + 1 < least)
        least = at(before, x - 2) + 1;
      row[x] = least;
      if (least < leastOfRow) leastOfRow = least;
    }
    // A swap reaches two rows back, so a row may be beaten by the one before it, but not by much.
    if (leastOfRow > most + 1) return { whole: MAX_LENGTH, prefix: MAX_LENGTH };
    [before, above, row] = [above, row, before];
  }
  let prefix = height;
  for (let x = 0; x <= width; x++) prefix = Math.min(prefix, at(above, x));
  return { whole: at(above, width), prefix };
}

function at(row: Uint8Array, x: number): number {
  return row[x] as number;
}

/** How many slips are forgiven in a word of this length: none in short ones, which would turn into other words. */
export function forgiven(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}
