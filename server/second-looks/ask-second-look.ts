import type { Db } from "@/db/client";
import { insertSecondLook, isUnderComplaint, type NewSecondLook } from "@/db/queries/second-looks";
import type { Actor } from "@/domain/actor";
import { ConflictError } from "@/domain/errors";
import type { WithheldByHand } from "@/domain/records/withheld";
import { audit } from "@/server/audit";
import { findSeconders, type LookAsked } from "@/server/second-looks/find-seconders";

/** By how many it is done: by one; by two; or by one although two were needed, because nobody else could be the second. */
export type SecondNeed = "one" | "two" | "alone";

/** The command line is whoever runs the site, and is bound by no second person (docs/decisions/0097). */
export async function secondNeed(db: Db, by: Actor, asked: Omit<LookAsked, "askedBy">): Promise<SecondNeed> {
  if (by.kind === "system") return "one";
  const { able } = await findSeconders(db, { ...asked, askedBy: by.id });
  return able.length > 0 ? "two" : "alone";
}

/** The same of taking an entry off the site or showing it again: two look at it while a complaint is about it. */
export async function brakeNeed(
  db: Db,
  by: Actor,
  act: "withhold" | "restore",
  { type, id }: { type: WithheldByHand; id: string },
): Promise<SecondNeed> {
  if (by.kind === "system" || !(await isUnderComplaint(db, type, id))) return "one";
  return secondNeed(db, by, { act, subjectType: type, subjectId: id });
}

/**
 * Leaves it to a second person, in the caller's transaction.
 * @throws ConflictError ("second-waits") where something about the same waits already.
 */
export async function askSecondLook(db: Db, by: Actor, asked: Omit<NewSecondLook, "askedBy">): Promise<void> {
  const stored = await insertSecondLook(db, { ...asked, askedBy: by.id });
  if (!stored) throw new ConflictError("second-waits");
  const { act, subjectType, subjectId, wanted, reason } = stored;
  await audit(db, by, "second.asked", { type: subjectType, id: subjectId }, { act, wanted, reason });
}
