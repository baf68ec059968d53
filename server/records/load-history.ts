import type { Db } from "@/db/client";
import { findRecordNames, listKeptClaims, listKeptVersions } from "@/db/queries/claims-read";
import { nameColleagues } from "@/db/queries/colleagues";
import { listChangesOfBatches, listChangesOfRecord } from "@/db/queries/record-changes";
import { findRecord, type RecordFound } from "@/db/queries/withholdings";
import type { AnyActor } from "@/domain/actor";
import type { LineRecord } from "@/domain/claims/line-history";
import { idsIn, type RecordName } from "@/domain/claims/reading";
import { historyOf, type RecordEvent } from "@/domain/claims/record-history";
import { NotAllowedError, NotFoundError } from "@/domain/errors";
import { ENTRY_TYPES, type EntryType } from "@/domain/records/entry-path";
import { brakeRefusal } from "@/domain/records/withheld";
import { findUndoersOf, loadLineHistories } from "@/server/records/load-line-histories";

/** One thing that happened, as moderators are told. */
export type EventForModerators = Omit<RecordEvent, "by"> & {
  /** What who did it is called among moderators; null for a job of ours. */
  who: string | null;
  /** Why, in a moderator's words, where it was a change. */
  because: string | null;
  /** Takes it back, while it stands. */
  undo: { batchId: string; version: number; isMerge: boolean } | null;
  /** The line of the service that it happened to, and what that is called; null for the entry itself. */
  of: (LineRecord & { name: string }) | null;
};

export type HistoryForModerators = {
  record: RecordFound & { type: EntryType };
  /** Newest first. */
  events: EventForModerators[];
  names: Map<string, RecordName>;
};

/** All that happened to an entry, shown or not, also what was taken back. @throws NotAllowedError; NotFoundError */
export async function loadHistory(
  db: Db,
  actor: AnyActor,
  asked: string,
  ref: string,
): Promise<HistoryForModerators> {
  const refusal = brakeRefusal(actor);
  if (refusal) throw new NotAllowedError(refusal);
  const type = ENTRY_TYPES.find((known) => known === asked);
  const record = type && (await findRecord(db, type, ref));
  if (!type || !record) throw new NotFoundError("record");
  const [claims, versions, changes] = await Promise.all([
    listKeptClaims(db, type, record.id, { counted: false }),
    listKeptVersions(db, type, record.id),
    listChangesOfRecord(db, type, record.id),
  ]);
  const lines = await loadLineHistories(db, claims, { counted: false });
  const ofLines = lines.flatMap(({ events }) => events);
  // A contract or a payer may have been corrected from the page of another service.
  const batchIds = ofLines.flatMap(({ batchId }) => (batchId === null ? [] : [batchId]));
  const elsewhere = await listChangesOfBatches(db, batchIds);
  const byBatch = new Map([...elsewhere, ...changes].map((change) => [change.batchId, change]));
  const undoneBy = await findUndoersOf(db, claims);
  const nameOf = await nameColleagues(db, [
    ...undoneBy.values(),
    ...claims.map(({ recordedBy }) => recordedBy),
    ...versions.map(({ changedBy }) => changedBy),
    ...ofLines.map(({ by }) => by),
  ]);
  const merge = changes.find(({ recordId, proposal }) => recordId === record.id && isMerge(proposal.kind));
  const told =
    (of: EventForModerators["of"]) =>
    ({ by, ...event }: RecordEvent): EventForModerators => {
      // A merge says nothing new of the twin: it is told by how that is shown.
      const merged = event.shown?.after === "merged" ? merge : undefined;
      const change = event.kind === "undone" ? undefined : (byBatch.get(event.batchId ?? "") ?? merged);
      const { batchId, version, state } = change ?? { batchId: "", version: 0, state: "undone" };
      const undo =
        change && state === "approved" ? { batchId, version, isMerge: isMerge(change.proposal.kind) } : null;
      return { ...event, who: nameOf(by), because: change?.reason ?? null, undo, of };
    };
  const own = historyOf(claims, versions, record.visibility ?? "published", undoneBy);
  const ids = [...own, ...ofLines].flatMap(({ rows }) =>
    rows.flatMap(({ before, after }) => [...idsIn(before?.value), ...idsIn(after?.value)]),
  );
  const names = await findRecordNames(db, [...ids, ...lines.map(({ line }) => line.id)]);
  const events = [
    ...own.map(told(null)),
    ...lines.flatMap(({ line, events: some }) =>
      some.map(told({ ...line, name: names.get(line.id)?.name ?? "" })),
    ),
  ];
  return {
    record: { ...record, type },
    events: events.reverse().sort((a, b) => b.at.getTime() - a.at.getTime()),
    names,
  };
}

const isMerge = (kind: string) => kind === "merge" || kind === "same-as";
