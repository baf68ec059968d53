import type { Db } from "@/db/client";
import { insertCheck } from "@/db/queries/record-changes";
import { lockPublishing } from "@/db/queries/report-records";
import type { Actor } from "@/domain/actor";
import { ConflictError, InvalidInputError } from "@/domain/errors";
import { dueAgainOn } from "@/domain/places/place-check";
import { MODERATOR_CHANGED, REPORT_APPROVED, REPORT_CHANGED } from "@/domain/records/change-batch";
import { entryOf } from "@/domain/reports/change-form";
import type { DirectChange, SameAs, SameService } from "@/domain/reports/change-proposals";
import { mergeRecords } from "@/server/records/merge-records";
import { noteRunners } from "@/server/records/note-runners";
import { saveRecords } from "@/server/records/save-records";
import { lockEntry } from "@/server/reports/changes/changed-entry";
import { draftCorrection } from "@/server/reports/changes/draft-correction";
import { draftMerge } from "@/server/reports/changes/draft-merge";
import { draftSameAs } from "@/server/reports/changes/draft-same-as";
import {
  type DraftedChange,
  draftEnded,
  draftMoved,
  draftNewProvider,
  draftStillThere,
} from "@/server/reports/changes/draft-service-change";
import { openChange } from "@/server/reports/changes/open-change";
import { draftConfirmed } from "@/server/reports/changes/said-already";
import { citeSources } from "@/server/reports/publishing/cite-sources";
import { type CitedSource, fact } from "@/server/reports/publishing/new-service-facts";

export type ChangeToSave = {
  proposal: DirectChange;
  /** Null where a moderator makes it without a report. */
  reportId: string | null;
  /** The day of the decision, ISO. */
  decidedOn: string;
  /** For its author and for moderators: readers are told that a report was approved, or that a moderator changed it. */
  reason: string;
  /** Whether it is not what its report says: a moderator changed a part of it, or left one out. */
  isEdited?: boolean;
  /** The entry says so already: only the sources are new, and nothing of it changes. */
  isSaid?: boolean;
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
  const { reportId, decidedOn, reason, isEdited = false, isSaid = false } = change;
  const proposal = asDone(change.proposal);
  await lockPublishing(db);
  const sources = "sources" in proposal ? proposal.sources : [];
  const cited = await citeSources(db, sources, decidedOn);
  const [source, ...others] = cited;
  const confirmed = isSaid && "note" in proposal ? await draftConfirmed(db, actor, proposal, cited) : null;
  if (isSaid && !confirmed) throw new ConflictError("entry-changed");
  const drafted = confirmed ?? (await draftsOf(db, proposal, source, { actor, decidedOn }));
  const about = entryOf(proposal);
  const batchId = await openChange(db, actor, {
    // The note is the author's.
    change: proposal.kind === "merge" ? proposal : { ...proposal, note: "" },
    about,
    subjectId: drafted.subject.id,
    reportId,
    reason,
  });
  if (proposal.kind === "not-outsourced" && source) {
    const { placeId, checkedOn, proof } = proposal;
    const check = { placeId, checkedOn, proof, result: "not-outsourced" as const, sourceId: source.sourceId };
    await insertCheck(db, { ...check, dueAgainOn: dueAgainOn(checkedOn), recordedBy: actor.id, batchId });
  }
  const told = reportId === null ? MODERATOR_CHANGED : isEdited ? REPORT_CHANGED : REPORT_APPROVED;
  if (proposal.kind === "same-as" || proposal.kind === "merge")
    await mergeRecords(
      db,
      actor,
      proposal.kind === "merge" ? proposal.recordType : "service",
      [{ twin: about.id, into: proposal.otherId }],
      told,
    );
  const context = {
    reason: told,
    action: "record.changed" as const,
    subject: drafted.subject,
    batchId,
    reportId,
  };
  const further = confirmed ? [] : furtherSources(drafted, others);
  await saveRecords(db, actor, [...drafted.drafts, ...further], context);
  await noteRunners(db, actor, drafted.drafts, context);
  return { batchId, subject: drafted.subject };
}

/** Two places, or two organisations, that a report says are one are merged as a moderator merges them. */
function asDone(proposal: DirectChange): Exclude<DirectChange, SameAs> | SameService {
  if (proposal.kind !== "same-as" || !("recordId" in proposal)) return proposal;
  const { recordType, recordId, otherId } = proposal;
  return { kind: "merge", v: 1, recordType, recordId, otherId };
}

async function draftsOf(
  db: Db,
  proposal: ReturnType<typeof asDone>,
  source: CitedSource | undefined,
  { actor, decidedOn }: { actor: Actor; decidedOn: string },
): Promise<DraftedChange> {
  if (proposal.kind === "same-as") return draftSameAs(db, proposal);
  if (proposal.kind === "merge") return draftMerge(db, proposal);
  if (!source) throw new InvalidInputError({ sources: "source-required" });
  if (proposal.kind === "still-there") return draftStillThere(db, proposal.serviceId, source);
  if (proposal.kind === "correction") return draftCorrection(db, proposal, source, { actor, decidedOn });
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
