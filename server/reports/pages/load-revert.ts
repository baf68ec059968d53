import type { Db } from "@/db/client";
import { findClaimsByRecord } from "@/db/queries/claims";
import { findRecordNames, listKeptClaims } from "@/db/queries/claims-read";
import { findRecordChange, findVersionOf } from "@/db/queries/record-changes";
import { findRecord } from "@/db/queries/withholdings";
import { type AnyActor, hasRole } from "@/domain/actor";
import { type ChangedClaim, changedClaims } from "@/domain/claims/changed-claims";
import { idsIn, type RecordName } from "@/domain/claims/reading";
import { claimsAt, isFigure } from "@/domain/claims/record-history";
import { NotAllowedError } from "@/domain/errors";
import { entryOf } from "@/domain/reports/change-form";
import type { CorrectableType } from "@/domain/reports/change-proposals";
import { isUuid } from "@/domain/uuid";
import { type RecordDiff, readDiffs } from "@/server/reports/pages/load-entry-change";

/** What going back would change, and the version that it is seen at: of the entry, or of the change that is taken back. */
export type RevertRead = {
  records: RecordDiff[];
  names: Map<string, RecordName>;
  version: number;
  /** Of a merge that is taken back: the name of the entry that stands by itself again. */
  standsAgain?: string | null;
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

/** Of a change that stands; undefined for any other. @throws NotAllowedError */
export async function loadTakeBack(
  db: Db,
  actor: AnyActor,
  batchId: string,
): Promise<RevertRead | undefined> {
  assertModerator(actor);
  const change = isUuid(batchId) ? await findRecordChange(db, batchId) : undefined;
  if (change?.state !== "approved") return undefined;
  const diffs = await readDiffs(db, batchId);
  const records = diffs.map((diff) => ({
    ...diff,
    rows: diff.rows.map(({ before, after, isSame }) => ({ before: after, after: before, isSame })),
  }));
  const { kind } = change.proposal;
  const about = entryOf(change.proposal);
  const twin =
    kind === "merge" || kind === "same-as" ? await findRecord(db, about.type, about.id) : undefined;
  const names = await namesIn(
    db,
    records.flatMap(({ rows }) => rows),
  );
  return { records, names, version: change.version, standsAgain: twin?.name ?? null };
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
