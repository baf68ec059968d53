/** Pages with a picture of their own: an area's, an organisation's and a service's. */
const OWN = /^\/(?:areas\/[^/]+\/[^/]+|providers\/[^/]+|services\/[^/]+)$/;

/**
 * The address of the picture that a shared link to a page shows.
 * @param path the page's, without its language and definition
 * @param isUsual whether the page counts as usual: the pictures have no other numbers
 */
export function sharePath(path: string, isUsual: boolean): string {
  return `/api/v1/share${isUsual && OWN.test(path) ? path : "/site"}`;
}
