/**
 * Whether somebody who signs in has written a report that is kept for them: by the path they come back to.
 * @param callbackUrl a path of our own (`ownPath`).
 */
export function hasReportInHand(callbackUrl: string): boolean {
  const [path = "", query = ""] = callbackUrl.split(/[?#]/);
  const asked = new URLSearchParams(query);
  const [, page] = /^(?:\/cy)?\/reports\/(new|change)$/.exec(path) ?? [];
  return Boolean(page === "new" ? asked.get("draft") : page === "change" && asked.get("kept"));
}
