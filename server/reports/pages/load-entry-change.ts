import type { Db } from "@/db/client";
import { type BatchRecord, findClaimsOfBatch, findNamesOf } from "@/db/queries/batch-records";
import { findClaimsByRecord } from "@/db/queries/claims";
import { findRecordNames } from "@/db/queries/claims-read";
import { lockRecords, PROJECTED_TABLES } from "@/db/queries/projections";
import { lockPublishing } from "@/db/queries/report-records";
import type { AnyActor } from "@/domain/actor";
import { type ChangedClaim, changedClaims } from "@/domain/claims/changed-claims";
import type { Claim } from "@/domain/claims/claim";
import { idsIn, type RecordName } from "@/domain/claims/reading";
import { keysOf } from "@/domain/lists/keys-of";
import { entryOf } from "@/domain/reports/change-form";
import type { SecondPersonRule } from "@/domain/reports/second-person";
import type { Visibility } from "@/domain/services/service";
import { warmReference } from "@/server/look-up/warm-reference";
import { rehearse } from "@/server/records/rehearse";
import { saveChange } from "@/server/reports/changes/save-change";
import {
  findWrittenChange,
  rulesOf,
  shownVersion,
  toSave,
  type WrittenChange,
} from "@/server/reports/moves/change-entry";

/** What would change of one record, fact by fact. */
export type RecordDiff = BatchRecord & {
  name: string;
  isNew: boolean;
  rows: ChangedClaim[];
};

export type EntryChangePreview = WrittenChange & {
  /** The version of what it is shown beside: the change is refused where that has become another. */
  version: string;
  /** For which another moderator has to agree first. */
  rules: SecondPersonRule[];
  records: RecordDiff[];
  names: Map<string, RecordName>;
  /** How the entry is shown before and after. */
  shown: { before: Visibility; after: Visibility };
  /** The name of the entry that readers are led to afterwards, where it is another. */
  leadsTo: string | null;
};

/**
 * What a change that a moderator has written would do, found out by doing it and taking it back.
 * @throws NotAllowedError; NotFoundError; InvalidInputError and ConflictError where it cannot be made any more.
 */
export async function loadEntryChange(
  db: Db,
  actor: AnyActor,
  draftId: string,
  now: Date = new Date(),
): Promise<EntryChangePreview> {
  const written = await findWrittenChange(db, actor, draftId, now);
  if (actor.kind !== "campaigner") throw new Error("a moderator is a campaigner");
  const { change, reason } = written;
  const about = entryOf(change);
  await warmReference();
  const rules = await rulesOf(db, change);
  return rehearse(db, async (inner) => {
    await lockPublishing(inner); // first, as whoever publishes does
    const version = await shownVersion(inner, change);
    const before = (await lockRecords(inner, about.type, [about.id])).get(about.id);
    const { batchId, subject } = await saveChange(inner, actor, toSave(change, reason, now));
    const after = (await lockRecords(inner, about.type, [about.id])).get(about.id);
    if (!before || !after) throw new Error("the entry was locked");
    const records = await readDiffs(inner, batchId);
    const ids = records
      .flatMap(({ rows }) => rows.flatMap((row) => [row.before, row.after]))
      .flatMap((claim) => idsIn(claim?.value));
    const names = await findRecordNames(inner, [...ids, subject.id]);
    return {
      ...written,
      version,
      rules,
      records,
      names,
      shown: { before: before.visibility, after: after.visibility },
      leadsTo: subject.id === about.id ? null : (names.get(subject.id)?.name ?? null),
    };
  });
}

/** Of every record that a batch says anything about, what is said of it with the batch and without; each as its page has it. */
async function readDiffs(db: Db, batchId: string): Promise<RecordDiff[]> {
  const own = await findClaimsOfBatch(db, batchId);
  const isOwn = new Set(own.map(({ id }) => id));
  const diffs: RecordDiff[] = [];
  for (const type of keysOf(PROJECTED_TABLES)) {
    const ids = [
      ...new Set(own.filter(({ recordType }) => recordType === type).map(({ recordId }) => recordId)),
    ];
    const after = await findClaimsByRecord(db, type, ids);
    const names = await findNamesOf(
      db,
      ids.map((id) => ({ type, id })),
    );
    for (const id of ids) {
      const now = after.get(id) ?? [];
      const before = withoutBatch(now, isOwn);
      diffs.push({
        type,
        id,
        name: names.get(id)?.name ?? "",
        isNew: before.length === 0,
        rows: changedClaims(before, now),
      });
    }
  }
  return diffs;
}

function withoutBatch(claims: readonly Claim[], isOwn: ReadonlySet<string>): Claim[] {
  return claims
    .filter(({ id }) => !isOwn.has(id))
    .map((claim) => (isOwn.has(claim.supersededBy ?? "") ? { ...claim, supersededBy: null } : claim));
}
