import { setTimeout as wait } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { sqlState } from "./deadline";

/**
 * Follows the publication number: told by NOTIFY at once, and asked for at every (re)connection and every few seconds,
 * because a connection that died silently tells nothing.
 * @returns a function that ends it
 */
export function listenForPublications(options: {
  url: string;
  role: string | undefined;
  onNumber: (number: number) => void;
  /** Called once for every time the connection is lost or cannot be made. */
  onTrouble?: (error: unknown) => void;
  heartbeatMs?: number;
}): () => Promise<void> {
  const ended = new AbortController();
  const done = follow(options, ended.signal);
  return async () => {
    ended.abort();
    await done;
  };
}

type Options = Parameters<typeof listenForPublications>[0];

const NOTHING_YET: Latest = { number: 0 };

async function follow(options: Options, ended: AbortSignal): Promise<void> {
  let troubled = false;
  while (!ended.aborted) {
    const sql = postgres(options.url, {
      max: 1, // another one listens
      max_lifetime: null,
      connect_timeout: 5,
      onnotice: () => undefined,
      connection: {
        application_name: "nhs-outsourcing-map-listener",
        ...(options.role ? { role: options.role } : {}),
      },
    });
    try {
      // A database that is just coming up can take the connection and then never say that it listens.
      await answered(sql.listen("published", (payload) => options.onNumber(Number(payload))));
      let known: number | undefined;
      while (!ended.aborted) {
        const { number, backend } = await latestNumber(sql);
        // A connection that came back says that the server was gone; whether the one that listens did is not known.
        if (known !== undefined && backend !== known) throw new Error("The database was started again.");
        known = backend;
        options.onNumber(number);
        troubled = false;
        await pause(options.heartbeatMs ?? 5_000, ended);
      }
    } catch (error) {
      if (!troubled) options.onTrouble?.(error);
      troubled = true;
    } finally {
      await answered(sql.end({ timeout: 0 })).catch(() => undefined);
    }
    await pause(1_000, ended);
  }
}

type Latest = {
  number: number;
  /** Which of the server's processes said so. */
  backend?: number;
};

async function latestNumber(sql: Sql): Promise<Latest> {
  try {
    const rows = await answered(sql<Latest[]>`
      select coalesce(max(number), 0)::int as number, pg_backend_pid() as backend from publications`);
    return rows[0] ?? NOTHING_YET;
  } catch (error) {
    if (sqlState(error) === "42P01") return NOTHING_YET; // not migrated yet
    throw error;
  }
}

/** @throws Error after five seconds without an answer. */
async function answered<T>(asked: PromiseLike<T>): Promise<T> {
  const late = new AbortController();
  const silence = wait(5_000, undefined, { signal: late.signal }).then(() => {
    throw new Error("The database does not answer the listener.");
  });
  // Whichever loses the race is heard by nobody.
  silence.catch(() => undefined);
  Promise.resolve(asked).catch(() => undefined);
  try {
    return await Promise.race([asked, silence]);
  } finally {
    late.abort();
  }
}

function pause(milliseconds: number, ended: AbortSignal): Promise<void> {
  return wait(milliseconds, undefined, { signal: ended }).catch(() => undefined);
}
