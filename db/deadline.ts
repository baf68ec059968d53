import { DatabaseBusyError, DatabaseUnavailableError } from "@/domain/errors";
import { noteUnavailable } from "./availability";

/**
 * A deadline on the client's side. `statement_timeout` is kept by the server, and a server that is frozen
 * (SIGSTOP, a dead disk, a lost network) keeps nothing: only our own clock can answer the visitor then.
 */

/** What a pool tells about itself: when a call last came back, in ms of `performance.now()`: the clock of the day can be put, and then everything that runs would be over at once. */
export type Pulse = { lastAnswer: number };

/** A timer this late means that our own process was busy; for how long an answer that lies in the socket is then read. */
const LATE_MS = 50;
const GRACE_MS = 250;

/**
 * Waits for `work`, but no longer than `milliseconds`. Where our own process was too busy to read what came, that is not
 * the server's silence: what is there is read first.
 * @param onSilence called when the deadline passed and nothing at all came back from the server meanwhile.
 * @throws DatabaseUnavailableError at the deadline (the server's or ours), or when the connection was refused or lost;
 * DatabaseBusyError when others held what the work needed.
 */
export async function withinDeadline<T>(
  work: PromiseLike<T>,
  milliseconds: number,
  pulse: Pulse,
  onSilence: () => void,
): Promise<T> {
  const started = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const fail = () => {
      if (pulse.lastAnswer < started) onSilence();
      reject(unavailable());
    };
    timer = setTimeout(() => {
      if (performance.now() - started < milliseconds + LATE_MS) fail();
      else timer = setTimeout(fail, GRACE_MS);
    }, milliseconds);
  });
  try {
    const result = await Promise.race([work, late]);
    pulse.lastAnswer = performance.now();
    return result;
  } catch (error) {
    // An error with a SQLSTATE is an answer: the server is alive.
    if (sqlState(error)) pulse.lastAnswer = performance.now();
    if (isUnavailable(error)) throw unavailable(error);
    if (busyCodes.has(codeOf(error) ?? "")) throw busy(error);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function unavailable(cause?: unknown): DatabaseUnavailableError {
  noteUnavailable();
  return new DatabaseUnavailableError({ cause });
}

/** A page that had to wait for others is answered as by a silent database: not now, try again. */
function busy(cause: unknown): DatabaseBusyError {
  noteUnavailable();
  return new DatabaseBusyError({ cause });
}

const busyCodes = new Set([
  "55P03", // lock_not_available: lock_timeout passed
  "40P01", // deadlock_detected
  "40001", // serialization_failure
]);

const unavailableCodes = new Set([
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
  "57014", // query_canceled: the server kept the deadline before we did
  "57P01", // admin_shutdown
  "57P02", // crash_shutdown
  "57P03", // cannot_connect_now: starting up
  "08006", // connection_failure
]);

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  return error.cause === undefined ? undefined : codeOf(error.cause);
}

/** Five characters from PostgreSQL, or undefined for an error that is not the server's. */
export function sqlState(error: unknown): string | undefined {
  const code = codeOf(error);
  return code && /^[0-9A-Z]{5}$/.test(code) && code !== "EPIPE" ? code : undefined;
}

function isUnavailable(error: unknown): boolean {
  return unavailableCodes.has(codeOf(error) ?? "");
}
