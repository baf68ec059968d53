import type { Db } from "@/db/client";
import type { AnyActor } from "@/domain/actor";
import { assertWithinAreas } from "@/server/campaigners/area-limits";
import { assertPractised } from "@/server/campaigners/finish-practice";

/**
 * Asked by every change of what is published but the brake and the mark of a dispute, which must wait for nobody. Whoever runs the command
 * line is bound by neither.
 * @throws NotAllowedError: "practise-first" for whoever has not finished the practice queue, "outside-areas" where the entry lies in no area that
 * this moderator is limited to.
 */
export async function assertMayChangeEntry(
  db: Db,
  actor: AnyActor,
  entry: { type: string; id: string },
): Promise<void> {
  if (actor.kind === "system") return;
  await assertPractised(db, actor);
  await assertWithinAreas(db, actor, entry);
}
