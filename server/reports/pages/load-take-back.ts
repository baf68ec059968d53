import type { Db } from "@/db/client";
import {
  type BatchRecord,
  findClaimsOfBatch,
  findNamesOf,
  findRecordsOfBatch,
} from "@/db/queries/batch-records";
import { findClaimsByRecord } from "@/db/queries/claims";
import { findRecordNames } from "@/db/queries/claims-read";
import { lockRecords, PROJECTED_TABLES } from "@/db/queries/projections";
import { findRecordChange } from "@/db/queries/record-changes";
import { type AnyActor, hasRole } from "@/domain/actor";
import { type ChangedClaim, changedClaims } from "@/domain/claims/changed-claims";
import type { Claim } from "@/domain/claims/claim";
import { claimKey, claimsInForce } from "@/domain/claims/in-force";
import { idsIn, type RecordName } from "@/domain/claims/reading";
import { isFigure } from "@/domain/claims/record-history";
import { NotAllowedError } from "@/domain/errors";
import { keysOf } from "@/domain/lists/keys-of";
import { entryOf } from "@/domain/reports/change-form";
import type { Visibility } from "@/domain/services/service";
import { isUuid } from "@/domain/uuid";
import { warmReference } from "@/server/look-up/warm-reference";
import { rehearse } from "@/server/records/rehearse";
import { undoChange } from "@/server/reports/changes/undo-change";

/** What becomes of one record that a change says anything of. */
export type TakenBackRecord = BatchRecord & {
  name: string;
  /** It came with the change and goes with it. */
  leaves: boolean;
  /** What it says otherwise afterwards, fact by fact. */
  rows: ChangedClaim[];
  /** What the change said and what stands all the same: another source says so, it was changed again since, or the entry needs it. */
  stays: Claim[];
  /** How it is shown before and afterwards, where that differs and it stays. */
  shown: { before: Visibility; after: Visibility } | null;
};

export type TakeBackRead = {
  records: TakenBackRecord[];
  names: Map<string, RecordName>;
  /** Of the change. */
  version: number;
  /** Of a merge: the name of the entry that stands by itself again. */
  standsAgain: string | null;
  /** Of a check of a place, the day (ISO) of which nothing is said any more. */
  checkGone: string | null;
};

/** Nobody is told it: what it is said for is taken back. */
const REHEARSED = "Shown before it is done";

/**
 * What would stand after a change was taken back, found out by taking it back and leaving it as it was.
 * @returns undefined for a change that is not there, or does not stand.
 * @throws NotAllowedError where this moderator may not take it back; ConflictError when somebody was first.
 */
export async function loadTakeBack(
  db: Db,
  actor: AnyActor,
  batchId: string,
  now: Date = new Date(),
): Promise<TakeBackRead | undefined> {
  if (!hasRole(actor, "moderator")) throw new NotAllowedError("not-moderator");
  const change = isUuid(batchId) ? await findRecordChange(db, batchId) : undefined;
  if (change?.state !== "approved") return undefined;
  const { version, proposal } = change;
  const own = await findClaimsOfBatch(db, batchId);
  const made = await findRecordsOfBatch(db, batchId);
  const about = entryOf(proposal);
  const touched = new Map<string, BatchRecord>([
    [about.id, about],
    ...made.map((one) => [one.id, one] as const),
  ]);
  for (const type of keysOf(PROJECTED_TABLES))
    for (const { recordId: id } of own.filter(({ recordType }) => recordType === type))
      touched.set(id, { type, id });
  await warmReference();
  return rehearse(db, async (inner) => {
    const before = await readStates(inner, [...touched.values()]);
    const names = await findNamesOf(inner, [...touched.values()]);
    const read = await namesIn(inner, before);
    const input = { batchId, version, reason: REHEARSED, tellsAuthor: false };
    const { kept } = await undoChange(inner, actor, input, now);
    const after = await readStates(inner, [...touched.values()]);
    const isGone = new Set(made.map(({ id }) => id));
    for (const { recordId } of kept) isGone.delete(recordId);
    const records = [...touched.values()].map(({ type, id }): TakenBackRecord => {
      const leaves = isGone.has(id);
      const said = own.filter(({ recordId }) => recordId === id);
      const change = compare(before.get(id), leaves ? undefined : after.get(id), said);
      return { type, id, name: names.get(id)?.name ?? "", leaves, ...change };
    });
    const isSplit =
      before.get(about.id)?.visibility === "merged" && after.get(about.id)?.visibility !== "merged";
    return {
      records: records.filter(
        ({ leaves, rows, stays, shown }) => leaves || rows.length > 0 || stays.length > 0 || shown !== null,
      ),
      names: new Map([...(await namesIn(inner, after)), ...read]),
      version,
      standsAgain: isSplit ? (names.get(about.id)?.name ?? "") : null,
      checkGone: proposal.kind === "not-outsourced" ? proposal.checkedOn : null,
    };
  });
}

type State = { visibility: Visibility; claims: Claim[] };

async function readStates(db: Db, records: readonly BatchRecord[]): Promise<Map<string, State>> {
  const states = new Map<string, State>();
  for (const type of keysOf(PROJECTED_TABLES)) {
    const ids = records.filter((record) => record.type === type).map(({ id }) => id);
    const claims = await findClaimsByRecord(db, type, ids);
    for (const [id, { visibility }] of await lockRecords(db, type, ids))
      states.set(id, {
        visibility,
        claims: (claims.get(id) ?? []).filter(({ field }) => !isFigure(field)),
      });
  }
  return states;
}

function compare(
  before: State | undefined,
  after: State | undefined,
  own: readonly Claim[],
): Pick<TakenBackRecord, "rows" | "stays" | "shown"> {
  const rows = changedClaims(before?.claims ?? [], after?.claims ?? []).filter(({ isSame }) => !isSame);
  const isChanged = new Set(
    rows.flatMap((row) => [row.before, row.after].map((claim) => claim && claimKey(claim))),
  );
  const isSaid = new Set(own.map(claimKey));
  const stays = claimsInForce(after?.claims ?? []).filter((claim) => {
    const key = claimKey(claim);
    return isSaid.has(key) && !isChanged.has(key);
  });
  const shown =
    before && after && before.visibility !== after.visibility && before.visibility !== "merged"
      ? { before: before.visibility, after: after.visibility }
      : null;
  return { rows, stays, shown };
}

async function namesIn(db: Db, states: ReadonlyMap<string, State>): Promise<Map<string, RecordName>> {
  return findRecordNames(
    db,
    [...states.values()].flatMap(({ claims }) => claims.flatMap(({ value }) => idsIn(value))),
  );
}
