import { changePageAddress, type MapAddress, readMapAddress } from "@/domain/map/map-address";

const listeners = new Set<() => void>();

/** Calls back whenever the address of the page may say something else. @returns what ends the watch. */
export function onPageAddress(changed: () => void): () => void {
  listeners.add(changed);
  window.addEventListener("popstate", changed);
  window.addEventListener("hashchange", changed);
  return () => {
    listeners.delete(changed);
    window.removeEventListener("popstate", changed);
    window.removeEventListener("hashchange", changed);
  };
}

/**
 * Changes what the address says, without a navigation and without an entry in the history: nothing is sent to the server, and Back
 * leaves the page as readers expect.
 */
export function writePageAddress(change: Partial<Pick<MapAddress, "at" | "service">>): void {
  const { location } = window;
  const next = changePageAddress(location, change);
  if (next === location.pathname + location.search + location.hash) return;
  // null lets Next keep its own state beside ours.
  window.history.replaceState(null, "", next);
  for (const changed of listeners) changed();
}

/** Where an address leads the map; a position in the fragment was written by hand or stands in an old link, and is the newer one. */
export function positionIn({ search, hash }: { search: string; hash: string }): MapAddress["at"] {
  return readMapAddress("", hash).at ?? readMapAddress(search).at;
}
