/**
 * Whether somebody who signs in has written a report that is kept for them: by the path they come back to.
 * @param callbackUrl a path of our own (`ownPath`).
 */
export function hasReportInHand(callbackUrl: string): boolean {
  const [path = "", query = ""] = callbackUrl.split(/[?#]/);
  return /^(?:\/cy)?\/reports\/new$/.test(path) && Boolean(new URLSearchParams(query).get("draft"));
}
