import { type Db, inTransaction } from "@/db/client";
import { lockNextReport } from "@/db/queries/queue";
import type { AnyActor } from "@/domain/actor";
import { readQueueAddress, viewOf } from "@/domain/reports/queue-address";
import { warmReference } from "@/server/look-up/warm-reference";
import { expireHolds } from "@/server/reports/moves/expire-holds";
import { holdReport } from "@/server/reports/moves/hold-report";
import { listWaiting } from "@/server/reports/pages/list-waiting";
import { assertModerating, queueQueryOf } from "@/server/reports/pages/load-queue";

/**
 * Takes the next report of a view of the queue that nobody holds and that this moderator may decide, the oldest first. Of two who ask
 * at once each is given another. One that a second moderator has to confirm is held by nobody; it is opened.
 * @param input.view what stands behind "/moderation"; `after`: the report that they come from, which stays behind them.
 * @returns its id, or null where none is left. @throws NotAllowedError
 */
export async function takeNext(
  db: Db,
  actor: AnyActor,
  { view, after }: { view: string; after?: string | undefined },
  now: Date = new Date(),
): Promise<string | null> {
  assertModerating(actor);
  await expireHolds(db, undefined, now);
  await listWaiting(db);
  const asked = new URLSearchParams(view);
  const address = viewOf(readQueueAddress((name) => asked.get(name)));
  const query = await queueQueryOf(db, actor, { ...address, who: "free" }, now);
  if (!query) return null;
  await warmReference(); // unpacking takes longer than a transaction may
  return inTransaction(db, async (tx) => {
    const next = await lockNextReport(tx, query, { actorId: actor.id, after: after ?? null });
    if (!next) return null;
    if (next.state === "submitted")
      await holdReport(tx, actor, { reportId: next.id, version: next.version }, now);
    return next.id;
  });
}
