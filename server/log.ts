import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import pino, { type DestinationStream, type Logger } from "pino";
import { processWide } from "@/db/process-wide";
import { describeError, withoutPersonalData } from "@/server/log-words";

const requests = processWide("log.requests", () => new AsyncLocalStorage<{ request: string }>());

/** Pure but for what it writes to: how every line of the log is made. */
export function makeLog(destination: DestinationStream): Logger {
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: plainFields },
      serializers: { err: (error: unknown) => describeError(error) },
      mixin: () => ({ ...requests.getStore() }),
      hooks: {
        logMethod(given, method) {
          const plain = given.map((part) => (typeof part === "string" ? withoutPersonalData(part) : part));
          method.apply(this, plain as typeof given);
        },
      },
    },
    destination,
  );
}

/**
 * The one log of the running site: a line of JSON on the standard error output, with its level, time and the request it
 * belongs to. What is said of an error holds no value of a query, no e-mail address and no postcode (log-words.ts).
 * Commands and the start print for a person and do not use it. The level is set as the server starts (`LOG_LEVEL`).
 */
export const log = processWide("log", () => makeLog(pino.destination({ dest: 2, sync: true })));

/** Everything logged within `work`, however late, carries the same short random id. */
export function inRequest<Result>(work: (id: string) => Result): Result {
  const request = randomBytes(6).toString("base64url");
  return requests.run({ request }, () => work(request));
}

function plainFields(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === "string" ? withoutPersonalData(value) : value,
    ]),
  );
}
