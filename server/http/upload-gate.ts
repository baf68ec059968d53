import { LRUCache } from "lru-cache";
import type { AnyActor } from "@/domain/actor";
import { canImport } from "@/domain/imports/import-policy";
import { isImportPage } from "./admission";
import { takeTurns } from "./turns";

/** Uploads at once: a file of 21 MB is in memory two or three times while it is read. */
const TURNS = { each: 1, all: 2, waiting: 0, waitMs: 0 };
/** Sessions asked for at once; more at the same moment are no admins. */
const ASKING = { each: 20, all: 20, waiting: 0, waitMs: 0 };
/** A session that was over is asked for again after so long; the import itself looks once more. */
const KNOWN_FOR = 5_000;

export type UploadAnswer = { leave: () => void } | { refused: "not-allowed" | "busy" };

/** Every cookie that is named like a session; a browser sends one, or two while its name changes. */
const SESSION_COOKIE = /(?:^|;\s*)(?:__Host-|__Secure-)?next-auth\.session-token=([^;\s]+)/g;
const MOST_COOKIES = 2;

/**
 * Whether a body of more than a form's size may be read: its sender has a session, and a role that imports where the page is that of imports; no other file of theirs is
 * on its way, and few of others. Nothing of it is read before.
 * @param findActor looks a session's token up. @throws what it throws.
 */
export function uploadGate(findActor: (token: string) => Promise<AnyActor>, turns = TURNS) {
  const known = new LRUCache<string, AnyActor>({ max: 100, ttl: KNOWN_FOR });
  const ask = takeTurns(ASKING);
  const enter = takeTurns(turns);

  async function actorOf(token: string): Promise<AnyActor | null> {
    const before = known.get(token);
    if (before) return before;
    const asked = await ask("anybody");
    if (!asked) return null;
    try {
      const actor = await findActor(token);
      known.set(token, actor);
      return actor;
    } finally {
      asked();
    }
  }

  return async (cookie = "", pathname: string): Promise<UploadAnswer> => {
    const tokens = [...cookie.matchAll(SESSION_COOKIE)].slice(0, MOST_COOKIES);
    for (const [, token = ""] of tokens) {
      const actor = await actorOf(token);
      if (actor === null) return { refused: "busy" };
      if (actor.kind !== "campaigner") continue;
      // Anybody with an account adds files to reports of theirs; whose a report is, the use case asks.
      if (isImportPage(pathname) && !canImport(actor)) continue;
      const leave = await enter(actor.id);
      return leave ? { leave } : { refused: "busy" };
    }
    return { refused: "not-allowed" };
  };
}
