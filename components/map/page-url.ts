import { formatMapUrl, type MapUrlState, parseMapUrl } from "./url-state";

/** What the address bar says about the map now. */
export function readPageUrl(): MapUrlState {
  return parseMapUrl(window.location);
}

/**
 * Changes what the address bar says, without a navigation and without an entry in the history: nothing is sent to
 * the server, and Back leaves the page as readers expect.
 */
export function writePageUrl(change: Partial<MapUrlState>): void {
  const { location } = window;
  const next = formatMapUrl(location, { ...parseMapUrl(location), ...change });
  // null lets Next keep its own history state beside ours.
  if (next !== location.pathname + location.search + location.hash)
    window.history.replaceState(null, "", next);
}

/**
 * Calls back when the reader goes back or forward, or edits the fragment by hand.
 * @returns a function that stops listening.
 */
export function onPageUrlChange(callback: (state: MapUrlState) => void): () => void {
  const listener = () => callback(readPageUrl());
  window.addEventListener("popstate", listener);
  window.addEventListener("hashchange", listener);
  return () => {
    window.removeEventListener("popstate", listener);
    window.removeEventListener("hashchange", listener);
  };
}
