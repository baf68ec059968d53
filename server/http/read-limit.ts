import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { takeTurns } from "./turns";

/**
 * What one network may ask for that has to be worked out, in how many seconds: enough for a newsroom behind one address, and for a
 * script that is in no hurry. A search takes some forty milliseconds of two processor cores, a page that nobody has asked for lately half
 * of that, a look-up in memory less than one. Pages kept as they were sent, and files that there are, are not counted.
 */
export const READ_LIMITS = {
  search: { points: 100, duration: 10 },
  page: { points: 300, duration: 10 },
  "look-up": { points: 1000, duration: 10 },
} as const;

export type ReadClass = keyof typeof READ_LIMITS;

/** Searches at once: two of one network, so that others are answered meanwhile. */
const TURNS = { each: 2, all: 6, waiting: 200, waitMs: 5_000 };

export type ReadAnswer = { leave: () => void } | { refused: 429 | 503; retryAfter: number };

/**
 * Counts in memory, per network, and forgets within seconds.
 * @returns for each question: what to call when it is answered, or how long to wait.
 */
export function readLimit(
  limits: Record<ReadClass, { points: number; duration: number }> = READ_LIMITS,
  turns = TURNS,
) {
  const counters = {
    search: new RateLimiterMemory({ keyPrefix: "search", ...limits.search }),
    page: new RateLimiterMemory({ keyPrefix: "page", ...limits.page }),
    "look-up": new RateLimiterMemory({ keyPrefix: "look-up", ...limits["look-up"] }),
  };
  const enter = takeTurns(turns);
  return async (network: string, kind: ReadClass): Promise<ReadAnswer> => {
    try {
      await counters[kind].consume(network);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return { refused: 429, retryAfter: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
    }
    if (kind !== "search") return { leave: () => undefined };
    const leave = await enter(network);
    return leave ? { leave } : { refused: 503, retryAfter: 5 };
  };
}
