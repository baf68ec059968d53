/**
 * What two lists in one order differ by: which places of the first are not in the second any more, and which of the second are new. Items that are
 * the very same are never looked into, so that two lists of a hundred thousand cost no more than what differs.
 * @param compare the order of both; 0 for two that stand for one thing
 * @param isSame whether two that stand for one thing say the same; without it only the very same item does
 */
export function differenceOf<Item>(
  before: readonly Item[],
  after: readonly Item[],
  compare: (one: Item, other: Item) => number,
  isSame: (one: Item, other: Item) => boolean = () => false,
): { gone: number[]; fresh: number[] } {
  const [gone, fresh]: [number[], number[]] = [[], []];
  let [at, to] = [0, 0];
  while (at < before.length || to < after.length) {
    const [one, other] = [before[at], after[to]];
    if (one === undefined) fresh.push(to++);
    else if (other === undefined) gone.push(at++);
    else if (one === other || compare(one, other) === 0) {
      if (one !== other && !isSame(one, other)) {
        gone.push(at);
        fresh.push(to);
      }
      at++;
      to++;
    } else if (compare(one, other) < 0) gone.push(at++);
    else fresh.push(to++);
  }
  return { gone, fresh };
}

/** A sorted list with some more, each at its place, behind its equals. */
export function withInserted<Item>(
  sorted: readonly Item[],
  more: readonly Item[],
  compare: (one: Item, other: Item) => number,
): Item[] {
  const list: Item[] = [];
  let from = 0;
  for (const item of [...more].sort(compare)) {
    // By halving, since they are few beside the others.
    let [low, high] = [from, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = sorted[middle];
      if (there !== undefined && compare(there, item) <= 0) low = middle + 1;
      else high = middle;
    }
    for (; from < low; from++) list.push(sorted[from] as Item);
    list.push(item);
  }
  for (; from < sorted.length; from++) list.push(sorted[from] as Item);
  return list;
}
