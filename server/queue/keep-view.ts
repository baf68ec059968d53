import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { lockAccount } from "@/db/queries/account-actions";
import { deleteQueueView, listQueueViews, saveQueueView } from "@/db/queries/queue-views";
import type { AnyActor } from "@/domain/actor";
import { InvalidInputError } from "@/domain/errors";
import { parseInput } from "@/domain/forms/parse-input";
import { MOST_QUEUE_VIEWS, type QueueView, queueViewSchema } from "@/domain/reports/queue-view";
import { assertModerating } from "@/server/reports/pages/load-queue";

/** The views of the queue that a moderator keeps, by name. @throws NotAllowedError */
export async function loadQueueViews(db: Db, actor: AnyActor): Promise<QueueView[]> {
  assertModerating(actor);
  return listQueueViews(db, actor.id);
}

/**
 * Keeps a view of the queue under a name; a name that is there already leads to this one from now on. It is a moderator's own way to
 * look, changes no record and is told to nobody else, so the audit has no entry of it.
 * @returns what stands behind "/moderation". @throws NotAllowedError; InvalidInputError on `name`.
 */
export async function keepQueueView(
  db: Db,
  actor: AnyActor,
  input: { name: string; address: string },
): Promise<string> {
  assertModerating(actor);
  const view = parseInput(queueViewSchema, input);
  await inTransaction(db, async (tx) => {
    await lockAccount(tx, actor.id); // two at once would both be the last that there is room for
    const kept = await listQueueViews(tx, actor.id);
    if (kept.length >= MOST_QUEUE_VIEWS && !kept.some(({ name }) => name === view.name))
      throw new InvalidInputError({ name: "views-enough" });
    await saveQueueView(tx, { campaignerId: actor.id, ...view });
  });
  return view.address;
}

/** Of a view that is not theirs nothing changes. @throws NotAllowedError; InvalidInputError */
export async function removeQueueView(db: Db, actor: AnyActor, input: { id: string }): Promise<void> {
  assertModerating(actor);
  const { id } = parseInput(z.object({ id: z.uuid() }), input);
  await deleteQueueView(db, id, actor.id);
}
