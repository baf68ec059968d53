import { randomUUID } from "node:crypto";
import type { Db } from "@/db/client";
import { insertBatch } from "@/db/queries/batches";
import { insertCheck, insertRecordChange } from "@/db/queries/record-changes";
import { lockPublishing } from "@/db/queries/report-records";
import type { Actor } from "@/domain/actor";
import { InvalidInputError } from "@/domain/errors";
import { dueAgainOn } from "@/domain/places/place-check";
import { CHANGE_FORMAT, REPORT_APPROVED } from "@/domain/records/change-batch";
import { questionOf } from "@/domain/reports/change-form";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import { mergeRecords } from "@/server/records/merge-records";
import { saveRecords } from "@/server/records/save-records";
import { lockEntry } from "@/server/reports/changes/changed-entry";
import { draftCorrection } from "@/server/reports/changes/draft-correction";
import { draftSameAs } from "@/server/reports/changes/draft-same-as";
import {
  type DraftedChange,
  draftEnded,
  draftMoved,
  draftNewProvider,
  draftStillThere,
} from "@/server/reports/changes/draft-service-change";
import { citeSources } from "@/server/reports/publishing/cite-sources";
import { type CitedSource, fact } from "@/server/reports/publishing/new-service-facts";

export type ChangeToSave = {
  proposal: ChangeProposal;
  reportId: string | null;
  /** The day of the decision, ISO. */
  decidedOn: string;
  /** For its author and for moderators: readers are told that a report was approved. */
  reason: string;
};
/** `batchId` is what undoes it. */
export type SavedChange = { batchId: string; subject: DraftedChange["subject"] };

/**
 * Changes an entry that is there: corrects a fact, ends it, moves it, lets another provider follow, confirms it, merges it into its
 * twin, or notes that a place was checked. Everything is claims of one batch in the caller's transaction, so that `undoChange`
 * takes exactly that back; what another approved since stands beside it.
 * @throws InvalidInputError by field of the form; ConflictError when the entry is not what it was: "entry-gone", "entry-ended",
 * "entry-succeeded".
 */
export async function saveChange(db: Db, actor: Actor, change: ChangeToSave): Promise<SavedChange> {
  const { proposal, reportId, decidedOn, reason } = change;
  await lockPublishing(db);
  const sources = "sources" in proposal ? proposal.sources : [];
  const [source, ...others] = await citeSources(db, sources, decidedOn);
  const drafted = await draftsOf(db, proposal, source, decidedOn);
  const { about } = questionOf(proposal);
  const batchId = await insertBatch(db, {
    title: `${proposal.kind} ${about.type} ${about.id}`,
    state: "approved",
    importedBy: actor.id,
    approvedBy: actor.id,
    approvedAt: new Date(),
    contentHash: `${CHANGE_FORMAT}/${randomUUID()}`,
    counts: {},
    format: CHANGE_FORMAT,
  });
  await insertRecordChange(db, {
    batchId,
    reportId,
    proposal: { ...proposal, note: "" },
    recordType: about.type,
    recordId: about.id,
    subjectId: drafted.subject.id,
    reason,
  });
  if (proposal.kind === "not-outsourced" && source) {
    const { placeId, checkedOn, proof } = proposal;
    const check = { placeId, checkedOn, proof, result: "not-outsourced" as const, sourceId: source.sourceId };
    await insertCheck(db, { ...check, dueAgainOn: dueAgainOn(checkedOn), recordedBy: actor.id, batchId });
  }
  const told = REPORT_APPROVED;
  if (proposal.kind === "same-as")
    await mergeRecords(db, actor, "service", [{ twin: proposal.serviceId, into: proposal.otherId }], told);
  const context = {
    reason: told,
    action: "record.changed" as const,
    subject: drafted.subject,
    batchId,
    reportId,
  };
  await saveRecords(db, actor, [...drafted.drafts, ...furtherSources(drafted, others)], context);
  return { batchId, subject: drafted.subject };
}

async function draftsOf(
  db: Db,
  proposal: ChangeProposal,
  source: CitedSource | undefined,
  decidedOn: string,
): Promise<DraftedChange> {
  if (proposal.kind === "same-as") return draftSameAs(db, proposal);
  if (!source) throw new InvalidInputError({ sources: "source-required" });
  if (proposal.kind === "still-there") return draftStillThere(db, proposal.serviceId, source);
  if (proposal.kind === "correction") return draftCorrection(db, proposal, source, decidedOn);
  if (proposal.kind === "not-outsourced") {
    await lockEntry(db, { type: "place", id: proposal.placeId });
    return { drafts: [], subject: { type: "place", id: proposal.placeId } };
  }
  if (proposal.change === "ended") return draftEnded(db, { change: proposal, source, decidedOn });
  if (proposal.change === "moved") return draftMoved(db, { change: proposal, source, decidedOn });
  return draftNewProvider(db, { change: proposal, source, decidedOn });
}

/** We do not know which of the facts a further source states: it is cited for each that the first one is. */
function furtherSources({ drafts }: DraftedChange, others: readonly CitedSource[]) {
  return others.flatMap((source) =>
    drafts
      .filter(({ create }) => create === undefined)
      .map(({ recordType, recordId, claims }) => ({
        recordType,
        recordId,
        claims: claims
          .filter(({ field }) => field === "status" || field === "provider")
          .map(({ field, value }) => fact(source, field, value)),
      })),
  );
}
