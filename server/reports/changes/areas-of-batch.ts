import type { Db } from "@/db/client";
import { findRecordsOfBatch } from "@/db/queries/batch-records";
import { listLinesOfBatch, listServicesWith } from "@/db/queries/service-lines";
import type { AnyActor } from "@/domain/actor";
import { assertWithinAreas, findLimitsOf } from "@/server/campaigners/area-limits";

/**
 * What a change said of a contract or of a body that pays it said to every service that has them, so whoever takes it back decides in the areas
 * of each. A body that was there before the change is in no area of its own.
 * @throws NotAllowedError ("outside-areas").
 */
export async function assertWithinAreasOfBatch(db: Db, actor: AnyActor, batchId: string): Promise<void> {
  if ((await findLimitsOf(db, actor)) === null) return;
  const isMade = new Set((await findRecordsOfBatch(db, batchId)).map(({ id }) => id));
  for (const line of await listLinesOfBatch(db, batchId)) {
    if (line.type === "commissioner" && !isMade.has(line.id)) await assertWithinAreas(db, actor, line);
    for (const id of await listServicesWith(db, line))
      await assertWithinAreas(db, actor, { type: "service", id });
  }
}
