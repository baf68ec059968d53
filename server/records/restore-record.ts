import { type Db, inTransaction } from "@/db/client";
import { findClaimsByRecord } from "@/db/queries/claims";
import type { ProjectedType } from "@/db/queries/projections";
import { publish } from "@/db/queries/publications";
import { closeLooksAbout, findOpenLook } from "@/db/queries/second-looks";
import { closeWithholdings, lockWithholding } from "@/db/queries/withholdings";
import type { Actor, AnyActor } from "@/domain/actor";
import { ConflictError, NotAllowedError } from "@/domain/errors";
import { touchedRecords } from "@/domain/records/touched";
import { canStand } from "@/domain/records/withheld";
import type { Visibility } from "@/domain/services/service";
import { audit } from "@/server/audit";
import { assertMayChangeEntry } from "@/server/campaigners/may-change-entry";
import { findAreaOnlyRule } from "@/server/records/area-only";
import { changeVisibility } from "@/server/records/change-visibility";
import { rehearse } from "@/server/records/rehearse";
import { visibilityNow } from "@/server/records/visibility-now";
import { type Braked, type BrakeInput, openBrake } from "@/server/records/withhold-record";
import { type OfSource, restoreSource } from "@/server/records/withhold-source";
import { askSecondLook, brakeNeed, type SecondNeed, secondNeed } from "@/server/second-looks/ask-second-look";
import { isOwnWork } from "@/server/second-looks/own-work";

const RESTORED = "Shown again after it was checked";

/**
 * Brings back what `withholdRecord` took off the site, as it was: a disputed entry comes back disputed. Under complaint it only asks: nothing is shown
 * again until a second person agreed (docs/decisions/0097).
 * @throws NotAllowedError, also for whoever sent, approved or changed what somebody else took off ("own-work-off"), as long as a colleague
 * could show it again; NotFoundError; InvalidInputError on `reason`; ConflictError when it is not withheld by the brake
 * ("not-withheld"), or no source that counts says any more what it is ("nothing-left": its source is withheld, or its
 * import was undone), or something about it waits for a second person ("second-waits").
 */
export function restoreRecord(db: Db, actor: AnyActor, input: BrakeInput): Promise<Braked> {
  return inTransaction(db, async (transaction) => {
    const opened = await openWithheld(transaction, actor, input);
    const { by, type, reason, record } = opened;
    const waits = await findOpenLook(transaction, { subjectType: type, subjectId: record.id });
    if (waits && (await secondNeed(transaction, by, waits)) === "two")
      throw new ConflictError("second-waits");
    const need = await needToRestore(transaction, opened);
    if (need !== "two") return showAgain(transaction, opened, need);
    // What cannot be shown again is found out now, and not by the second person.
    await rehearse(transaction, (inner) => showAgain(inner, opened, need));
    await askSecondLook(transaction, by, { act: "restore", reason, subjectType: type, subjectId: record.id });
    return { type, id: record.id, slug: record.slug, name: record.name, along: 0, need };
  });
}

/** The same, by the second person, or to see what it would do. */
export function restoreAtOnce(db: Db, actor: AnyActor, input: BrakeInput): Promise<Braked> {
  return inTransaction(db, async (transaction) => {
    const opened = await openWithheld(transaction, actor, input);
    await needToRestore(transaction, opened);
    return showAgain(transaction, opened, "one");
  });
}

type Opened = Awaited<ReturnType<typeof openWithheld>>;

async function openWithheld(db: Db, actor: AnyActor, input: BrakeInput) {
  const opened = await openBrake(db, actor, input);
  const { by, type, record } = opened;
  await assertMayChangeEntry(db, by, record);
  const open = await lockWithholding(db, type, record.id);
  const isOff = type === "source" || record.visibility === "withheld";
  if (!open || !isOff) throw new ConflictError("not-withheld");
  return { by, type, reason: opened.reason, record, open };
}

/** Where one is enough, that one overrules no colleague about their own work; what they took off themselves they may show again. */
async function needToRestore(db: Db, { by, type, record, open }: Opened): Promise<SecondNeed> {
  const need = await brakeNeed(db, by, "restore", { type, id: record.id });
  const isOverruling = need === "one" && open.withheldBy !== by.id;
  if (isOverruling && (await isOwnWork(db, by, { recordType: type, recordId: record.id })))
    throw new NotAllowedError("own-work-off");
  return need;
}

async function showAgain(
  db: Db,
  { by, type, reason, record, open }: Opened,
  need: SecondNeed,
): Promise<Braked> {
  const at = new Date();
  await closeWithholdings(db, [open.id], { restoredBy: by.id, restoredAt: at, restoredBecause: reason });
  await closeLooksAbout(db, { subjectType: type, subjectId: record.id }, { decidedBy: by.id, decidedAt: at });
  const { along, touches } =
    type === "source"
      ? await restoreSource(db, by, record.id, reason)
      : await show(db, by, { type, id: record.id, before: open.visibilityBefore });
  const payload = { reason, along, ...(need === "alone" ? { alone: true } : {}) };
  await audit(db, by, "record.restored", { type, id: record.id }, payload);
  await publish(db, by.id, RESTORED, touches);
  return { type, id: record.id, slug: record.slug, name: record.name, along, need };
}

async function show(
  db: Db,
  by: Actor,
  { type, id, before }: { type: ProjectedType; id: string; before: Visibility | null },
): Promise<OfSource> {
  const claims = (await findClaimsByRecord(db, type, [id])).get(id) ?? [];
  if (!canStand(type, claims)) throw new ConflictError("nothing-left");
  const to = visibilityNow(type, before, claims, await findAreaOnlyRule(db));
  await changeVisibility(db, { type, ids: [id], to, by, reason: RESTORED });
  return { along: 0, touches: touchedRecords([{ type, id }]) };
}
