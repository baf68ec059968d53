import { itemAt } from "@/domain/lists/item-at";

/** What was found: the number of an entry, and how well it answers. */
export type RankedName = { entry: number; score: number; whole: boolean };

/** Keeps the best few in order, an entry of several names by its best one; of equals the one that came first in. */
export function insert(best: RankedName[], one: RankedName, limit: number): void {
  const last = best.at(-1);
  if (best.length >= limit && last && !isBefore(one, last)) return;
  const same = best.findIndex(({ entry }) => entry === one.entry);
  if (same !== -1) {
    if (!isBefore(one, itemAt(best, same))) return;
    best.splice(same, 1);
  }
  let at = best.length;
  while (at > 0 && isBefore(one, itemAt(best, at - 1))) at--;
  best.splice(at, 0, one);
  if (best.length > limit) best.pop();
}

function isBefore(a: RankedName, b: RankedName): boolean {
  return a.score > b.score || (a.score === b.score && a.entry < b.entry);
}
