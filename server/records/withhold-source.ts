import type { Db } from "@/db/client";
import { findClaimsByRecord } from "@/db/queries/claims";
import { lockRecords, type ProjectedType } from "@/db/queries/projections";
import { findStanding } from "@/db/queries/touched";
import {
  closeWithholdings,
  findRecordsOfSource,
  findWaitingForSources,
  insertWithholdings,
  setSourceWithheld,
} from "@/db/queries/withholdings";
import type { Actor } from "@/domain/actor";
import { ConflictError } from "@/domain/errors";
import { type Touches, touchedRecords } from "@/domain/records/touched";
import { canStand } from "@/domain/records/withheld";
import { isPublic } from "@/domain/services/service";
import { changeVisibility } from "@/server/records/change-visibility";
import { projectRecords } from "@/server/records/project-record";
import { loadProjectionRules, PROJECTION_ORDER } from "@/server/records/projection-rules";
import { visibilityNow } from "@/server/records/visibility-now";

/** What readers are told of a record that changes because a source is off the site, or back. */
const WITHOUT_SOURCE = "A source was taken off the site while it was checked";
const WITH_SOURCE = "A source that had been checked is back";

/**
 * A person's button takes no more than this along: a list that thousands of entries rest on is taken back by undoing its
 * import, or by the command.
 */
export const MOST_BY_BUTTON = 200;

/** How many records went with a source, or came back with it; `touches` is null where any other may be touched. */
export type OfSource = { along: number; touches: Touches | null };

/**
 * Takes a source off the site: what it says does not count any more, the records that it spoke of say what the other
 * sources say, and a record that has no source left for its name or for what it is goes too. What the source had replaced
 * stays replaced: the older fact was found wrong or out of date.
 */
export async function withholdSource(db: Db, by: Actor, sourceId: string): Promise<OfSource> {
  const touches = await followTouched(db, sourceId);
  await setSourceWithheld(db, sourceId, new Date());
  let along = 0;
  for (const [type, ids] of await recordsOf(db, sourceId)) {
    const claims = await findClaimsByRecord(db, type, ids);
    const bare = ids.filter((id) => !canStand(type, claims.get(id) ?? []));
    along += await hideAlong(db, by, { type, ids: bare, sourceId });
    if (by.kind === "campaigner" && along > MOST_BY_BUTTON) throw new ConflictError("too-many-along");
    const standing = new Map([...claims].filter(([id]) => !bare.includes(id)));
    await projectRecords(db, type, standing, {
      changedBy: by.id,
      reason: WITHOUT_SOURCE,
      rules: await loadProjectionRules(db),
    });
  }
  return { along, touches: await touches([]) };
}

/** Brings a source back, with the records that went with it and can stand again. */
export async function restoreSource(db: Db, by: Actor, sourceId: string, because: string): Promise<OfSource> {
  const touches = await followTouched(db, sourceId);
  await setSourceWithheld(db, sourceId, null);
  const rules = await loadProjectionRules(db);
  const change = { changedBy: by.id, reason: WITH_SOURCE, rules };
  for (const [type, ids] of await recordsOf(db, sourceId)) {
    const claims = await findClaimsByRecord(db, type, ids);
    const standing = new Map([...claims].filter(([, list]) => canStand(type, list)));
    await projectRecords(db, type, standing, change);
  }
  const waiting = await findWaitingForSources(db);
  const back: { type: ProjectedType; id: string }[] = [];
  for (const type of PROJECTION_ORDER) {
    const ofType = waiting.filter(({ recordType }) => recordType === type);
    const ids = ofType.map(({ recordId }) => recordId);
    const claims = await findClaimsByRecord(db, type, ids);
    const due = ofType.filter(({ recordId }) => canStand(type, claims.get(recordId) ?? []));
    for (const { recordId, visibilityBefore } of due) {
      const to = visibilityNow(type, visibilityBefore, claims.get(recordId) ?? [], rules.isAreaOnly);
      await changeVisibility(db, { type, ids: [recordId], to, by, reason: WITH_SOURCE });
    }
    const closed = { restoredBy: by.id, restoredAt: new Date(), restoredBecause: because };
    await closeWithholdings(
      db,
      due.map(({ id }) => id),
      closed,
    );
    back.push(...due.map(({ recordId }) => ({ type, id: recordId })));
  }
  return { along: back.length, touches: await touches(back) };
}

/**
 * Notes what rests on the records of a source before they are changed.
 * @returns to be called when they were, with what came back beside them: what was touched
 */
async function followTouched(db: Db, sourceId: string) {
  const records = await findRecordsOfSource(db, sourceId);
  const before = await findStanding(db, touchedRecords(records));
  return async (back: readonly { type: ProjectedType; id: string }[]): Promise<Touches | null> => {
    const touches = touchedRecords([...records, ...back]);
    // Whoever is called otherwise now is looked for in the names of everything.
    const { names } = await findStanding(db, touchedRecords(records));
    return names === before.names ? { ...touches, places: [...touches.places, ...before.places] } : null;
  };
}

async function recordsOf(db: Db, sourceId: string): Promise<[ProjectedType, string[]][]> {
  const records = await findRecordsOfSource(db, sourceId);
  return PROJECTION_ORDER.map((type) => [
    type,
    records.filter((record) => record.type === type).map(({ id }) => id),
  ]);
}

/** Hides the public ones among records that nothing else speaks of, and notes that they went with the source. */
async function hideAlong(
  db: Db,
  by: Actor,
  { type, ids, sourceId }: { type: ProjectedType; ids: readonly string[]; sourceId: string },
): Promise<number> {
  const rows = await lockRecords(db, type, ids);
  const shown = [...rows].filter(([, row]) => isPublic(row.visibility));
  await changeVisibility(db, {
    type,
    ids: shown.map(([id]) => id),
    by,
    to: "withheld",
    reason: WITHOUT_SOURCE,
  });
  await insertWithholdings(
    db,
    shown.map(([recordId, row]) => ({
      recordType: type,
      recordId,
      visibilityBefore: row.visibility,
      reason: WITHOUT_SOURCE,
      withheldBy: by.id,
      sourceId,
    })),
  );
  return shown.length;
}
