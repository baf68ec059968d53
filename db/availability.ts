import { AsyncLocalStorage } from "node:async_hooks";

/**
 * When the database last failed to answer, and which requests met that. Kept on `globalThis`, since Next bundles this
 * module more than once and the front server, which tells visitors about it, has its own copy.
 */
const key = Symbol.for("nhs-map.database-unavailable");
const shared = globalThis as unknown as Record<symbol, number | undefined>;

const requestsKey = Symbol.for("nhs-map.requests-that-met-silence");
type Requests = AsyncLocalStorage<{ met: boolean }>;
const all = globalThis as unknown as Record<symbol, Requests | undefined>;
all[requestsKey] ??= new AsyncLocalStorage();
const requests = all[requestsKey];

export function noteUnavailable(): void {
  shared[key] = Date.now();
  const request = requests.getStore();
  if (request) request.met = true;
}

/** Whether a call to the database failed for want of an answer within the last `milliseconds`. */
export function wasUnavailable(milliseconds: number): boolean {
  return Date.now() - (shared[key] ?? 0) < milliseconds;
}

/** Runs `work` and tells it how to ask whether a call of its own to the database failed for want of an answer. */
export function watchingDatabase<T>(work: (metSilence: () => boolean) => T): T {
  const request = { met: false };
  return requests.run(request, () => work(() => request.met));
}
