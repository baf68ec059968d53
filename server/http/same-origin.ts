/**
 * Whether a request may write. Browsers send Origin with every POST, PUT, PATCH and DELETE, so a write without one, or
 * from another site, is refused: neither a forged form elsewhere nor a script gets through.
 */
export function mayWrite(
  request: { method: string; origin: string | undefined },
  siteOrigin: string,
): boolean {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return true;
  return request.origin === siteOrigin;
}
