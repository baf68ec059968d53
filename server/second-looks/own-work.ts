import type { Db } from "@/db/client";
import { findMakersOf } from "@/db/queries/complaints";
import { findDeciderIds } from "@/db/queries/reports";
import { listColleagues } from "@/db/queries/second-looks";
import type { AnyActor } from "@/domain/actor";
import { findConcerned } from "@/server/second-looks/find-seconders";

/**
 * Whether what a colleague or a reader has put on an entry (a complaint, a mark of a dispute, the brake) is about what this person sent,
 * approved or changed: somebody else answers it or takes it away then. Where nobody else is there they do it themselves, because its clock goes on. Taking
 * the entry off the site and marking it disputed wait for nobody (docs/decisions/0107).
 */
export async function isOwnWork(
  db: Db,
  actor: AnyActor,
  { recordType, recordId }: { recordType: string; recordId: string },
): Promise<boolean> {
  const makers = await findConcerned(db, { subjectType: recordType, subjectId: recordId });
  if (actor.id === null || !makers.has(actor.id)) return false;
  return (await findDeciderIds(db)).some((id) => !makers.has(id));
}

/**
 * Whoever sent, approved or changed an entry does not ask that it be erased, nor a complaint about it, where another admin could: nothing brings it
 * back.
 */
export async function leavesErasingToOthers(db: Db, actor: AnyActor, recordId: string): Promise<boolean> {
  const makers = await findMakersOf(db, recordId);
  if (actor.id === null || !makers.has(actor.id)) return false;
  return (await listColleagues(db)).some(({ id, role }) => role === "admin" && !makers.has(id));
}
