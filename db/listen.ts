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

async function follow(options: Options, ended: AbortSignal): Promise<void> {
  let troubled = false;
  while (!ended.aborted) {
    const sql = postgres(options.url, {
      max: 2, // one listens, the other asks
      connect_timeout: 5,
      onnotice: () => undefined,
      connection: {
        application_name: "nhs-outsourcing-map-listener",
        ...(options.role ? { role: options.role } : {}),
      },
    });
    try {
      await sql.listen("published", (payload) => options.onNumber(Number(payload)));
      while (!ended.aborted) {
        options.onNumber(await latestNumber(sql));
        troubled = false;
        await pause(options.heartbeatMs ?? 5_000, ended);
      }
    } catch (error) {
      if (!troubled) options.onTrouble?.(error);
      troubled = true;
    } finally {
      await sql.end({ timeout: 0 }).catch(() => undefined);
    }
    await pause(1_000, ended);
  }
}

async function latestNumber(sql: Sql): Promise<number> {
  const late = new AbortController();
  try {
    const rows = await Promise.race([
      sql<{ number: number }[]>`select coalesce(max(number), 0)::int as number from publications`,
      wait(5_000, undefined, { signal: late.signal }).then(() => {
        throw new Error("The database does not answer the listener.");
      }),
    ]);
    return rows[0]?.number ?? 0;
  } catch (error) {
    if (sqlState(error) === "42P01") return 0; // not migrated yet
    throw error;
  } finally {
    late.abort();
  }
}

function pause(milliseconds: number, ended: AbortSignal): Promise<void> {
  return wait(milliseconds, undefined, { signal: ended }).catch(() => undefined);
}
