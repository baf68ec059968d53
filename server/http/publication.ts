/**
 * The newest publication number that this process knows of. Kept on `globalThis`, since Next bundles this module
 * more than once and the page cache (cache-handler.mjs) reads it too.
 */
const key = Symbol.for("nhs-map.publication");
const shared = globalThis as unknown as Record<symbol, number | undefined>;

const heardKey = Symbol.for("nhs-map.publication.heard");

export function knownPublication(): number {
  return shared[key] ?? 0;
}

/**
 * Every page rendered before this number is rendered anew. The listener calls it for each notification; a use case
 * that has just published may call it too, so that its own server does not wait for the message to come round.
 */
export function notePublication(number: number): void {
  shared[heardKey] = Date.now();
  if (number > knownPublication()) shared[key] = number;
}

/** When the database last told the number, in milliseconds since 1970; 0 for never. */
export function publicationHeardAt(): number {
  return shared[heardKey] ?? 0;
}
