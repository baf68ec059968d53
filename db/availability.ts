/**
 * When the database last failed to answer. Kept on `globalThis`, since Next bundles this module more than once and the
 * front server, which tells visitors about it, has its own copy.
 */
const key = Symbol.for("nhs-map.database-unavailable");
const shared = globalThis as unknown as Record<symbol, number | undefined>;

export function noteUnavailable(): void {
  shared[key] = Date.now();
}

/** Whether a call to the database failed for want of an answer within the last `milliseconds`. */
export function wasUnavailable(milliseconds: number): boolean {
  return Date.now() - (shared[key] ?? 0) < milliseconds;
}
