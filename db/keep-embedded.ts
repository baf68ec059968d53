import { setTimeout as wait } from "node:timers/promises";
import { type Embedded, type EmbeddedOptions, startEmbedded } from "./embedded";
import { signal } from "./embedded-process";

/** How often its process is looked for, in milliseconds. */
const LOOK_EVERY = 250;

type KeepOptions = EmbeddedOptions & {
  /** Asked at each death: how long to wait before it is started again, or undefined when it was one too many. */
  nextRestart: () => { count: number; waitMs: number } | undefined;
  say: (line: string) => void;
  /** It cannot be started again, or not where the connections look for it: the server has to begin anew. */
  giveUp: () => void;
};

export type KeptEmbedded = {
  embedded: Embedded;
  /** Ends the watch, then the database. */
  stop: () => Promise<void>;
};

/**
 * The embedded database, started again when its process is gone. Connections find it where it was; what they are asked
 * meanwhile is answered as for any database that is silent. One that another live process of ours looks after is left to it.
 */
export async function keepEmbedded(options: KeepOptions): Promise<KeptEmbedded> {
  const kept = { embedded: await startEmbedded(options) };
  const ended = new AbortController();
  const watched = kept.embedded.isOthers ? Promise.resolve() : watch(kept, options, ended.signal);
  return {
    get embedded() {
      return kept.embedded;
    },
    stop: async () => {
      ended.abort();
      await watched;
      await kept.embedded.stop();
    },
  };
}

async function watch(kept: { embedded: Embedded }, options: KeepOptions, ended: AbortSignal): Promise<void> {
  const { nextRestart, say, giveUp } = options;
  while (!ended.aborted) {
    await pause(LOOK_EVERY, ended);
    if (ended.aborted || signal(kept.embedded.pid, 0)) continue;
    const restart = nextRestart();
    if (!restart) {
      say("  The database ended by itself too often: it is not started again.");
      return giveUp();
    }
    say(`  The database ended by itself. It is started again (${restart.count}).`);
    await pause(restart.waitMs, ended);
    if (ended.aborted) return;
    const { port } = kept.embedded.record;
    try {
      kept.embedded = await startEmbedded(options);
    } catch (error) {
      say(`  ${error instanceof Error ? error.message : error}`);
      continue; // its process is still gone: the next look counts as another death
    }
    if (kept.embedded.record.port !== port) {
      say("  The database's port was taken meanwhile: the server begins anew.");
      return giveUp();
    }
    say("  The database is running again.");
  }
}

function pause(milliseconds: number, ended: AbortSignal): Promise<void> {
  return wait(milliseconds, undefined, { signal: ended }).catch(() => undefined);
}
