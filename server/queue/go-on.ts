import { setTimeout } from "node:timers/promises";
import { log } from "@/server/log";

/** Milliseconds that a form waits. What takes longer goes on in this process, and its page says how far it has come. */
const PATIENCE = 3000;

/**
 * Waits a moment for something that may take longer, and lets it go on behind.
 * @throws what it throws while it is waited for; what fails later is said in the log.
 */
export async function goOnBehind(
  work: Promise<unknown>,
  called: string,
  patience: number = PATIENCE,
): Promise<void> {
  let isWaitedFor = true;
  const whole = work.catch((error: unknown) => {
    if (isWaitedFor) throw error;
    log.error({ err: error, work: called }, "What went on behind a page failed");
  });
  await Promise.race([whole, setTimeout(patience, undefined, { ref: false })]);
  isWaitedFor = false;
}
