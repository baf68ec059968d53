import type { Db } from "@/db/client";
import { findAreaLimits } from "@/db/queries/moderator-areas";
import { findEntryListing } from "@/db/queries/queue";
import type { AnyActor } from "@/domain/actor";
import { decidesIn } from "@/domain/campaigners/area-limits";
import { NotAllowedError } from "@/domain/errors";
import { isOneOf } from "@/domain/lists/is-one-of";
import { ENTRY_TYPES } from "@/domain/records/entry-path";
import { isUuid } from "@/domain/uuid";

/** The ids of the areas that somebody is limited to; null for whoever decides everywhere, as every admin does. */
export async function findLimitsOf(db: Db, actor: AnyActor): Promise<ReadonlySet<string> | null> {
  if (actor.kind !== "campaigner" || actor.role !== "moderator" || !isUuid(actor.id)) return null;
  return (await findAreaLimits(db, actor.id)).get(actor.id) ?? null;
}

/** Whether what lies in these areas is outside of those that somebody is limited to. */
export async function liesOutside(db: Db, actor: AnyActor, areaIds: readonly string[]): Promise<boolean> {
  const limits = await findLimitsOf(db, actor);
  return limits !== null && actor.id !== null && !decidesIn(new Map([[actor.id, limits]]), actor.id, areaIds);
}

/**
 * An organisation and a source are in no area of their own: they belong to those who are not limited.
 * @throws NotAllowedError ("outside-areas") where the entry lies in no area that this moderator is limited to.
 */
export async function assertWithinAreas(
  db: Db,
  actor: AnyActor,
  { type, id }: { type: string; id: string },
): Promise<void> {
  if ((await findLimitsOf(db, actor)) === null) return;
  const areaIds = isOneOf(ENTRY_TYPES, type) ? (await findEntryListing(db, { type, id })).areaIds : [];
  if (await liesOutside(db, actor, areaIds)) throw new NotAllowedError("outside-areas");
}
