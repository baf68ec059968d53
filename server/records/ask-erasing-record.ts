import { type Db, inTransaction } from "@/db/client";
import { lockAdmins } from "@/db/queries/campaigners";
import { lockPublishing } from "@/db/queries/report-records";
import { findOpenLook } from "@/db/queries/second-looks";
import { type AnyActor, type CampaignerActor, hasRole } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import type { EraseRecordRefusal, ErasingObstacle } from "@/domain/records/erase-record";
import { readReason } from "@/domain/records/read-reason";
import { assertMayChangeEntry } from "@/server/campaigners/may-change-entry";
import { countWhatGoes, eraseRecord, openErasing, type WhatGoes } from "@/server/records/erase-record";
import { assertStillAsSeen, versionSeen } from "@/server/records/seen-version";
import { askSecondLook, type SecondNeed, secondNeed } from "@/server/second-looks/ask-second-look";

/**
 * An admin asks that an entry that is off the site be erased for good: it is done once a second person agreed, because nothing brings it back. Where
 * nobody else could be the second it is done now, and the audit says so (docs/decisions/0109).
 * @param asked.version the one beside which it was shown what goes.
 * @throws NotFoundError; InvalidInputError on `because`; NotAllowedError ("not-admin", "erase-own", "practise-first", "outside-areas",
 * "erased-already", "erase-shown", "erase-rests"); ConflictError ("second-waits", "entry-changed").
 */
export function askErasingRecord(
  db: Db,
  actor: CampaignerActor,
  { type, ref, because, version }: { type: string; ref: string; because: unknown; version?: unknown },
  now = new Date(),
): Promise<SecondNeed> {
  return inTransaction(db, async (tx) => {
    // As whoever agrees does, before any row is locked.
    await lockAdmins(tx);
    await lockPublishing(tx);
    const { record, refusal } = await openErasing(tx, actor, "ask", { type, ref });
    if (refusal) throw new NotAllowedError(refusal);
    await assertMayChangeEntry(tx, actor, record);
    await assertStillAsSeen(tx, record, version);
    const reason = readReason(because, "because");
    const asked = { act: "erase", subjectType: record.type, subjectId: record.id } as const;
    const need = await secondNeed(tx, actor, asked);
    if (need === "two") await askSecondLook(tx, actor, { ...asked, reason });
    else await eraseRecord(tx, actor, record, { now, isAlone: true });
    return need;
  });
}

export type ErasingRecord = {
  refusal: EraseRecordRefusal | null;
  obstacles: ErasingObstacle[];
  /** What would go; null where it is refused. */
  goes: WhatGoes | null;
  /** What waits for a second person already. */
  lookId: string | null;
  version: number;
};

/** What an admin, or the second person, is shown before; null for everybody else. @throws NotFoundError */
export async function loadErasingRecord(
  db: Db,
  actor: AnyActor,
  move: "ask" | "agree",
  asked: { type: string; ref: string },
): Promise<ErasingRecord | null> {
  if (!hasRole(actor, move === "ask" ? "admin" : "moderator")) return null;
  const { record, refusal, obstacles, together } = await openErasing(db, actor, move, asked);
  const look = await findOpenLook(db, { subjectType: record.type, subjectId: record.id });
  return {
    refusal,
    obstacles,
    goes: refusal === null ? await countWhatGoes(db, together) : null,
    lookId: look?.id ?? null,
    version: await versionSeen(db, record.type, record.id),
  };
}
