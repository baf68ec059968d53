import { type Db, inTransaction } from "@/db/client";
import {
  countErasing,
  countFilesOfReports,
  deleteWorkAbout,
  type ErasedEntry,
  emptyRecords,
  eraseRecordTexts,
  findErasedTogether,
  findErasingObstacles,
  findReportsToErase,
  findSentToErase,
  findTelling,
  insertErasedMarks,
  insertErasedRecords,
  type Telling,
} from "@/db/queries/erasing-records";
import { eraseReports, eraseSentBy } from "@/db/queries/erasure";
import { lockRecords } from "@/db/queries/projections";
import { publish } from "@/db/queries/publications";
import { lockPublishing } from "@/db/queries/report-records";
import { closeLooksOfRecords } from "@/db/queries/second-looks";
import { findRecord, type RecordFound } from "@/db/queries/withholdings";
import type { AnyActor, CampaignerActor } from "@/domain/actor";
import { NotAllowedError, NotFoundError } from "@/domain/errors";
import { isOneOf } from "@/domain/lists/is-one-of";
import { ENTRY_TYPES, type EntryType } from "@/domain/records/entry-path";
import {
  type EraseRecordRefusal,
  type ErasingCounts,
  type ErasingObstacle,
  eraseRecordRefusal,
} from "@/domain/records/erase-record";
import { audit } from "@/server/audit";
import { assertMayChangeEntry } from "@/server/campaigners/may-change-entry";
import { erasedMark, textsOfErased } from "@/server/records/erased-marks";
import { assertStillAsSeen } from "@/server/records/seen-version";
import { leavesErasingToOthers } from "@/server/second-looks/own-work";

/** What a publication is called; nobody is told which entry. */
const ERASED = "Removed for good";

export type ToErase = RecordFound & { type: EntryType };
export type OpenedErasing = {
  record: ToErase;
  refusal: EraseRecordRefusal | null;
  /** The entry first. */
  together: ErasedEntry[];
  obstacles: ErasingObstacle[];
};

/** @param asked.ref slug or id. @throws NotFoundError */
export async function openErasing(
  db: Db,
  actor: AnyActor,
  move: "ask" | "agree",
  asked: { type: string; ref: string },
): Promise<OpenedErasing> {
  const record = isOneOf(ENTRY_TYPES, asked.type) ? await findRecord(db, asked.type, asked.ref) : undefined;
  if (!record || !isOneOf(ENTRY_TYPES, record.type)) throw new NotFoundError("record");
  const { type, id, visibility } = record;
  const isOwnWork = move === "ask" && (await leavesErasingToOthers(db, actor, id));
  const early = eraseRecordRefusal(actor, move, { visibility, isOwnWork, hasObstacles: false });
  if (early !== null) return { record: { ...record, type }, refusal: early, together: [], obstacles: [] };
  const together = await findErasedTogether(db, { type, id });
  const obstacles = await findErasingObstacles(db, idsOf(together));
  const facts = { visibility, isOwnWork, hasObstacles: obstacles.length > 0 };
  return {
    record: { ...record, type },
    refusal: eraseRecordRefusal(actor, move, facts),
    together,
    obstacles,
  };
}

const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

export type WhatGoes = ErasingCounts & { together: number; reports: number; files: number; sent: number };

/** How much would go with it. */
export async function countWhatGoes(db: Db, together: readonly ErasedEntry[]): Promise<WhatGoes> {
  const ids = idsOf(together);
  const { drafts, others } = await findReportsToErase(db, ids);
  const sent = await findSentToErase(db, ids, others);
  return {
    ...(await countErasing(db, ids)),
    together: together.length - 1,
    reports: drafts.length + others.length,
    files: await countFilesOfReports(db, [...drafts, ...others]),
    sent: sent.length,
  };
}

/**
 * Erases an entry that is off the site for good, in one transaction: what it is called, all that is said of it and of nothing else, wherever it is
 * quoted, the reports, complaints, files and mail about it, and what the audit says of it. Left are that there was one, of which kind, when it was
 * made, taken off and erased, and keyed hashes by which its address answers 410 and no import brings it back (docs/decisions/0109).
 * @param done.isAlone nobody else could agree: the audit says so. `done.version` is the one beside which it was shown what goes.
 * @throws NotFoundError; NotAllowedError ("not-moderator", "practise-first", "outside-areas", "erased-already", "erase-shown", "erase-rests");
 * ConflictError "entry-changed".
 */
export async function eraseRecord(
  db: Db,
  actor: CampaignerActor,
  asked: { type: string; id: string },
  { now, isAlone, version }: { now: Date; isAlone: boolean; version?: unknown },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockPublishing(tx);
    const move = { type: asked.type, ref: asked.id };
    const { record, refusal, together } = await openErasing(tx, actor, "agree", move);
    if (refusal) throw new NotAllowedError(refusal);
    await assertMayChangeEntry(tx, actor, record);
    await assertStillAsSeen(tx, record, version);
    const { id } = record;
    const ids = idsOf(together);
    for (const { type, id: one } of together) await lockRecords(tx, type, [one]);
    const telling = new Map<ErasedEntry, Telling>();
    for (const entry of together) telling.set(entry, await findTelling(tx, entry));
    const { drafts, others } = await findReportsToErase(tx, ids);
    const sent = await findSentToErase(tx, ids, others);
    await insertErasedRecords(
      tx,
      together.map((entry) => ({
        recordType: entry.type,
        recordId: entry.id,
        erasedAt: now,
        erasedBy: actor.id,
        erasedWith: entry.id === id ? null : id,
      })),
    );
    await insertErasedMarks(
      tx,
      [...telling].flatMap(([entry, told]) =>
        textsOfErased(entry.type, told).map((text) => ({ mark: erasedMark(text), recordId: entry.id })),
      ),
    );
    await eraseReports(tx, others, now);
    for (const one of sent) await eraseSentBy(tx, { id: one, email: null }, now);
    const slugs = [...telling.values()].flatMap((told) => told.slugs);
    const words = [...ids, ...drafts, ...others, ...sent, ...slugs];
    await deleteWorkAbout(tx, { ids, drafts, reportIds: others, words });
    for (const type of ENTRY_TYPES)
      await closeLooksOfRecords(tx, type, ids, { decidedBy: actor.id, decidedAt: now });
    // While the rows still say what they were called: texts are searched for that.
    await eraseRecordTexts(tx, ids);
    await emptyRecords(tx, together);
    await audit(tx, actor, "record.erased", { type: record.type, id }, { isAlone, along: ids.length - 1 });
    await publish(tx, actor.id, ERASED);
  });
}
