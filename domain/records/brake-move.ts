import type { EntryType } from "@/domain/records/entry-path";

/** What a moderator can do to an entry or a source that says no fact anew; "drop" and "cite" are about a source of an entry. */
export const BRAKE_MOVES = ["withhold", "restore", "dispute", "settle", "drop", "cite"] as const;
export type BrakeMove = (typeof BRAKE_MOVES)[number];

/** Where readers meet an entry. */
export const SHOWN_IN = ["page", "search", "map", "lists", "runner"] as const;
export type ShownIn = (typeof SHOWN_IN)[number];

/** An entry as readers meet it; without a name where lists show it without one. */
export type EntryShown = { type: EntryType; name: string | null; in: readonly ShownIn[] };

/** One that readers would meet in other places than now; null before it comes or after it went. */
export type SeenElsewhere = { key: string; before: EntryShown | null; after: EntryShown | null };

/** What changes of all that is shown, by the keys of both. Those that go first, then those that come, by name. */
export function shownChanges(
  before: ReadonlyMap<string, EntryShown>,
  after: ReadonlyMap<string, EntryShown>,
): SeenElsewhere[] {
  const changed: SeenElsewhere[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(key) ?? null, after.get(key) ?? null];
    if (sorted(was) !== sorted(is)) changed.push({ key, before: was, after: is });
  }
  const order = ({ before: was, after: is, key }: SeenElsewhere) =>
    `${was ? 0 : 1} ${was?.name ?? is?.name ?? ""} ${key}`;
  return changed.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function sorted(shown: EntryShown | null): string {
  return shown === null ? "" : [...shown.in].sort().join(" ");
}
