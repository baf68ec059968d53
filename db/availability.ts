import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "@/db/process-wide";

/** When the database last failed to answer; the front server, which tells visitors about it, has another copy of this module. */
const last = processWide("database-unavailable", () => ({ at: 0 }));
/** Which requests met that. */
const requests = processWide("requests-that-met-silence", () => new AsyncLocalStorage<{ met: boolean }>());

export function noteUnavailable(): void {
  last.at = Date.now();
  const request = requests.getStore();
  if (request) request.met = true;
}

/** Whether a call to the database failed for want of an answer within the last `milliseconds`. */
export function wasUnavailable(milliseconds: number): boolean {
  return Date.now() - last.at < milliseconds;
}

/** Runs `work` and tells it how to ask whether a call of its own to the database failed for want of an answer. */
export function watchingDatabase<T>(work: (metSilence: () => boolean) => T): T {
  const request = { met: false };
  return requests.run(request, () => work(() => request.met));
}
