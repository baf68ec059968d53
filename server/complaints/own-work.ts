import type { Db } from "@/db/client";
import { findMakersOf } from "@/db/queries/complaints";
import { findDeciderIds } from "@/db/queries/reports";
import type { AnyActor } from "@/domain/actor";

/**
 * Whether a complaint or a dispute is about what this person sent, approved or changed: somebody else answers it then. Where nobody else is there they
 * answer it themselves, because its clock goes on. Taking the entry off the site and marking it disputed wait for nobody.
 */
export async function isOwnWork(
  db: Db,
  actor: AnyActor,
  { recordId }: { recordId: string },
): Promise<boolean> {
  const makers = await findMakersOf(db, recordId);
  if (actor.id === null || !makers.has(actor.id)) return false;
  return (await findDeciderIds(db)).some((id) => !makers.has(id));
}
