import type { Db } from "@/db/client";
import {
  type BatchRecord,
  findClaimedByOthers,
  findClaimsOfBatch,
  findNamesOf,
  findRecordsOfBatch,
  findReferredTo,
  forgetIdentifiers,
  handOver,
  keepVersions,
  withdrawRecords,
} from "@/db/queries/batch-records";
import { findClaimsByRecord, insertClaims } from "@/db/queries/claims";
import type { ProjectedType } from "@/db/queries/projections";
import { closeLooksOfRecords } from "@/db/queries/second-looks";
import type { CampaignerActor } from "@/domain/actor";
import type { Claim } from "@/domain/claims/claim";
import type { KeptRecord } from "@/domain/imports/batch";
import { isOneOf } from "@/domain/lists/is-one-of";
import { ENTRY_TYPES } from "@/domain/records/entry-path";
import { projectRecords } from "@/server/records/project-record";
import { loadProjectionRules, PROJECTION_ORDER } from "@/server/records/projection-rules";

/** `changed` are the records that were there before and say again what they said. */
export type UndoneBatch = { withdrawn: number; restored: number; kept: KeptRecord[]; changed: BatchRecord[] };

/**
 * Takes back what a batch (an import, or a change of one entry) did, in the caller's transaction, which has marked it undone by
 * `markUndone` and publishes: its claims no longer count, what they replaced is in force again, records that came with it leave every
 * page. A record that somebody has built on since stays, with what it needs to stand, and is named.
 * @param reason readers of the records' history see it.
 * @param markUndone sets `undone_at` of the batch to `at`; called once what it had made is known.
 */
export async function undoBatch(
  db: Db,
  actor: CampaignerActor,
  { batchId, reason, at }: { batchId: string; reason: string; at: Date },
  markUndone: () => Promise<void>,
): Promise<UndoneBatch> {
  const created = await findRecordsOfBatch(db, batchId);
  const claims = await findClaimsOfBatch(db, batchId);
  await markUndone();

  // First, so that nothing refers to what came with the batch only because the batch said so.
  const isCreated = new Set(created.map(({ id }) => id));
  const touched = recordsOf(claims).filter(({ id }) => !isCreated.has(id));
  const back = await reproject(db, touched, { changedBy: actor.id, reason });
  const kept = await findKept(db, batchId, created, claims);
  const over = tenuresBefore(claims, kept);
  await keepClaims(db, actor, kept, [
    ...(await claimsToStand(db, batchId, kept, claims)),
    ...endsOfTenures(claims, over),
  ]);
  await handOverKept(db, kept);
  await reproject(db, [...kept.values()], { changedBy: actor.id, reason });
  const before = touched.filter(({ id }) => over.has(id));
  const restored = back - (await reproject(db, before, { changedBy: actor.id, reason }));
  const withdrawn = created.filter(({ id }) => !kept.has(id));
  await withdraw(db, withdrawn, { actor, reason, at });

  const names = await findNamesOf(db, [...kept.values()]);
  const list = [...kept.values()].map(({ type, id }) => ({
    recordType: type,
    recordId: id,
    name: names.get(id)?.name ?? "",
    slug: names.get(id)?.slug ?? "",
  }));
  return { withdrawn: withdrawn.length, restored, kept: list, changed: touched };
}

/** A record that stays, and the other batch that it stays for; null when a person or a register relies on it. */
type Kept = BatchRecord & { heir: string | null };

/** Records that came with the batch and that others rely on, with the records that those cannot be without. */
async function findKept(
  db: Db,
  batchId: string,
  created: readonly BatchRecord[],
  claims: readonly Claim[],
): Promise<Map<string, Kept>> {
  const ids = created.map(({ id }) => id);
  const byId = new Map(created.map((record) => [record.id, record]));
  const relied = [
    ...(await findClaimedByOthers(db, batchId, ids)),
    ...(await findReferredTo(db, batchId, ids)),
  ];
  const kept = new Map<string, Kept>();
  const keep = (first: string, heir: string | null) => {
    const open = [first];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const record = byId.get(id);
      if (!record || kept.has(id)) continue;
      kept.set(id, { ...record, heir });
      for (const { recordId, value } of claims) if (recordId === id) open.push(...idsIn(value));
    }
  };
  // What no batch relies on first: it stays whichever other batch is undone later.
  for (const { id, by } of relied) if (by === null) keep(id, null);
  for (const { id, by } of relied) if (by !== null) keep(id, by);
  return kept;
}

/** What stays only for another batch belongs to it from now on, so that undoing that one too leaves nothing. */
async function handOverKept(db: Db, kept: ReadonlyMap<string, Kept>): Promise<void> {
  const records = [...kept.values()];
  for (const heir of new Set(records.flatMap((record) => record.heir ?? [])))
    for (const type of PROJECTION_ORDER) {
      const ids = records
        .filter((record) => record.heir === heir && record.type === type)
        .map(({ id }) => id);
      await handOver(db, type, ids, heir);
    }
}

function idsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).filter((part) => typeof part === "string");
}

/** What a kept record needs to stand and nobody else says. */
async function claimsToStand(
  db: Db,
  batchId: string,
  kept: ReadonlyMap<string, Kept>,
  claims: readonly Claim[],
): Promise<ToKeep[]> {
  const others = await findClaimedByOthers(db, batchId, [...kept.keys()]);
  const said = new Set(others.map(({ id, field }) => `${id} ${field}`));
  return claims
    .filter(({ recordId, field }) => kept.has(recordId) && !said.has(`${recordId} ${field}`))
    .map((claim) => ({ claim, keptFor: claim.recordId }));
}

/** Services that the batch ended, and did not make, by the kept service that each leads to: it took over all the same. */
function tenuresBefore(claims: readonly Claim[], kept: ReadonlyMap<string, Kept>): Map<string, string> {
  const over = new Map<string, string>();
  for (const { recordId, field, value } of claims)
    if (field === "successor" && !kept.has(recordId))
      for (const id of idsIn(value)) if (kept.has(id)) over.set(recordId, id);
  return over;
}

const OF_AN_END: readonly string[] = ["status", "ended-on", "successor"];

function endsOfTenures(claims: readonly Claim[], over: ReadonlyMap<string, string>): ToKeep[] {
  return claims.flatMap((claim) => {
    const keptFor = OF_AN_END.includes(claim.field) ? over.get(claim.recordId) : undefined;
    return keptFor === undefined ? [] : [{ claim, keptFor }];
  });
}

/** A claim of the batch, and the kept record that needs it. */
type ToKeep = { claim: Claim; keptFor: string };

/** What has to be said all the same is said again, by the same source, outside the batch: in that of its heir. */
async function keepClaims(
  db: Db,
  actor: CampaignerActor,
  kept: ReadonlyMap<string, Kept>,
  needed: readonly ToKeep[],
): Promise<void> {
  const counted = needed.filter(({ claim }) => claim.supersededBy === null);
  await insertClaims(
    db,
    counted.map(({ claim, keptFor }) => {
      const { recordType, recordId, field, value, validFrom, validTo, sourceId, says, confirmedOn } = claim;
      return {
        recordType,
        recordId,
        field,
        value,
        validFrom,
        validTo,
        sourceId,
        says,
        confirmedOn,
        recordedBy: actor.id,
        batchId: kept.get(keptFor)?.heir ?? null,
      };
    }),
  );
}

async function withdraw(
  db: Db,
  records: readonly BatchRecord[],
  { actor, reason, at }: { actor: CampaignerActor; reason: string; at: Date },
): Promise<void> {
  for (const type of PROJECTION_ORDER) {
    const ids = records.filter((record) => record.type === type).map(({ id }) => id);
    await keepVersions(db, type, ids, { changedBy: actor.id, reason });
    if (type === "place") await forgetIdentifiers(db, ids);
    await withdrawRecords(db, type, ids, at);
    // Nobody can be asked any more whether it stays off the site: there is nothing left to show.
    if (isOneOf(ENTRY_TYPES, type))
      await closeLooksOfRecords(db, type, ids, { decidedBy: actor.id, decidedAt: at });
  }
}

function recordsOf(claims: readonly Claim[]): BatchRecord[] {
  const records = new Map<string, BatchRecord>();
  for (const { recordType, recordId } of claims)
    if (recordType !== "area") records.set(recordId, { type: recordType as ProjectedType, id: recordId });
  return [...records.values()];
}

async function reproject(
  db: Db,
  records: readonly BatchRecord[],
  change: { changedBy: string; reason: string },
): Promise<number> {
  const rules = await loadProjectionRules(db);
  let restored = 0;
  for (const type of PROJECTION_ORDER) {
    const ids = records.filter((record) => record.type === type).map(({ id }) => id);
    const claims = await findClaimsByRecord(db, type, ids);
    restored += (await projectRecords(db, type, claims, { ...change, rules })).length;
  }
  return restored;
}
