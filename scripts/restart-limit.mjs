/** How often something that fell is started again, and how long that is waited with: a fault that stays must be seen. */

/** @type {{ times: number, withinMs: number, firstWaitMs: number }} */
export const RESTARTS = { times: 5, withinMs: 10 * 60_000, firstWaitMs: 500 };

/**
 * @param {typeof RESTARTS} [limit]
 * @returns {(now?: number) => { count: number, waitMs: number } | undefined} to be asked at each fall: the how manieth within the
 * time it is, and how long to wait (twice as long each time); undefined when it is one too many.
 */
export function restartLimit({ times, withinMs, firstWaitMs } = RESTARTS) {
  /** @type {number[]} */
  let falls = [];
  return (now = Date.now()) => {
    falls = [...falls.filter((fall) => now - fall < withinMs), now];
    const count = falls.length;
    return count > times ? undefined : { count, waitMs: firstWaitMs * 2 ** (count - 1) };
  };
}
