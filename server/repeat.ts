import { log } from "@/server/log";

/** How long stopping waits for a run that is under way. Milliseconds. */
const STOP_WITHIN_MS = 2_000;

/**
 * Does something again and again for as long as the process lives, one run at a time. What fails is logged, and the next run comes all the same.
 * @param options.firstMs when the first run comes, where that is not after `everyMs`. @param options.fault what the log says of one that failed.
 * @returns a function that stops it, and waits for a run that is under way, two seconds at most.
 */
export function repeat(
  run: () => Promise<unknown>,
  { everyMs, firstMs, fault }: { everyMs: number; firstMs?: number; fault: string },
): () => Promise<void> {
  let work: Promise<void> | null = null;
  const look = () => {
    work ??= run()
      .then(() => undefined)
      .catch((error: unknown) => log.error({ err: error }, fault))
      .finally(() => {
        work = null;
      });
  };
  const timers = [setInterval(look, everyMs), ...(firstMs === undefined ? [] : [setTimeout(look, firstMs)])];
  for (const timer of timers) timer.unref();
  return async () => {
    for (const timer of timers) clearTimeout(timer);
    await Promise.race([work, new Promise((late) => setTimeout(late, STOP_WITHIN_MS).unref())]);
  };
}
