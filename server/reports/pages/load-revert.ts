import type { Db } from "@/db/client";
import { findClaimsByRecord } from "@/db/queries/claims";
import { findRecordNames, listKeptClaims } from "@/db/queries/claims-read";
import { findVersionOf } from "@/db/queries/record-changes";
import { type AnyActor, hasRole } from "@/domain/actor";
import { type ChangedClaim, changedClaims } from "@/domain/claims/changed-claims";
import { idsIn, type RecordName } from "@/domain/claims/reading";
import { claimsAt, isFigure } from "@/domain/claims/record-history";
import { NotAllowedError } from "@/domain/errors";
import type { CorrectableType } from "@/domain/reports/change-proposals";
import type { RecordDiff } from "@/server/reports/pages/load-entry-change";

/** What going back would change, and the version of the entry that it is seen at. */
export type RevertRead = {
  records: RecordDiff[];
  names: Map<string, RecordName>;
  version: number;
};

/** @param to milliseconds; undefined is returned for no moment. @throws NotAllowedError */
export async function loadRevert(
  db: Db,
  actor: AnyActor,
  { type, id, name }: { type: CorrectableType; id: string; name: string },
  to: number,
): Promise<RevertRead | undefined> {
  assertModerator(actor);
  if (!Number.isSafeInteger(to) || Math.abs(to) > 8e15) return undefined;
  const kept = await listKeptClaims(db, type, id, { counted: false });
  const now = (await findClaimsByRecord(db, type, [id])).get(id) ?? [];
  const rows = changedClaims(now, claimsAt(kept, new Date(to))).filter(
    ({ before, after, isSame }) => !isSame && !isFigure((after ?? before)?.field ?? ""),
  );
  const version = await findVersionOf(db, type, id);
  return { records: [{ type, id, name, isNew: false, rows }], names: await namesIn(db, rows), version };
}

function assertModerator(actor: AnyActor): void {
  if (!hasRole(actor, "moderator")) throw new NotAllowedError("not-moderator");
}

function namesIn(db: Db, rows: readonly ChangedClaim[]): Promise<Map<string, RecordName>> {
  return findRecordNames(
    db,
    rows.flatMap(({ before, after }) => [...idsIn(before?.value), ...idsIn(after?.value)]),
  );
}
