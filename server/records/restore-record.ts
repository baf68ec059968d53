import { type Db, inTransaction } from "@/db/client";
import { findClaimsByRecord } from "@/db/queries/claims";
import type { ProjectedType } from "@/db/queries/projections";
import { publish } from "@/db/queries/publications";
import { closeWithholdings, lockWithholding } from "@/db/queries/withholdings";
import type { Actor, AnyActor } from "@/domain/actor";
import { ConflictError } from "@/domain/errors";
import { canStand } from "@/domain/records/withheld";
import type { Visibility } from "@/domain/services/service";
import { audit } from "@/server/audit";
import { assertWithinAreas } from "@/server/campaigners/area-limits";
import { findAreaOnlyRule } from "@/server/records/area-only";
import { changeVisibility } from "@/server/records/change-visibility";
import { visibilityNow } from "@/server/records/visibility-now";
import { type Braked, type BrakeInput, openBrake } from "@/server/records/withhold-record";
import { restoreSource } from "@/server/records/withhold-source";

const RESTORED = "Shown again after it was checked";

/**
 * Brings back what `withholdRecord` took off the site, as it was: a disputed entry comes back disputed.
 * @throws NotAllowedError; NotFoundError; InvalidInputError on `reason`; ConflictError when it is not withheld by the brake
 * ("not-withheld"), or no source that counts says any more what it is ("nothing-left": its source is withheld, or its
 * import was undone).
 */
export function restoreRecord(db: Db, actor: AnyActor, input: BrakeInput): Promise<Braked> {
  return inTransaction(db, async (transaction) => {
    const { by, type, reason, record } = await openBrake(transaction, actor, input);
    await assertWithinAreas(transaction, by, record);
    const open = await lockWithholding(transaction, type, record.id);
    const isOff = type === "source" || record.visibility === "withheld";
    if (!open || !isOff) throw new ConflictError("not-withheld");
    const closed = { restoredBy: by.id, restoredAt: new Date(), restoredBecause: reason };
    await closeWithholdings(transaction, [open.id], closed);
    const along =
      type === "source"
        ? await restoreSource(transaction, by, record.id, reason)
        : await show(transaction, by, { type, id: record.id, before: open.visibilityBefore });
    await audit(transaction, by, "record.restored", { type, id: record.id }, { reason, along });
    await publish(transaction, by.id, RESTORED);
    return { type, id: record.id, slug: record.slug, name: record.name, along };
  });
}

async function show(
  db: Db,
  by: Actor,
  { type, id, before }: { type: ProjectedType; id: string; before: Visibility | null },
): Promise<0> {
  const claims = (await findClaimsByRecord(db, type, [id])).get(id) ?? [];
  if (!canStand(type, claims)) throw new ConflictError("nothing-left");
  const to = visibilityNow(type, before, claims, await findAreaOnlyRule(db));
  await changeVisibility(db, { type, ids: [id], to, by, reason: RESTORED });
  return 0;
}
