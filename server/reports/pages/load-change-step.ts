import type { Db } from "@/db/client";
import { findPublicEntry } from "@/db/queries/public-entry";
import { findServiceListing } from "@/db/queries/report-records";
import { findOwnAmong, findWaitingAbout } from "@/db/queries/report-twins";
import type { AnyActor } from "@/domain/actor";
import { type AboutEntry, aboutOf, type ChangeQuestion, questionOf } from "@/domain/reports/change-form";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import type { ChangedFact } from "@/domain/reports/changed-fact";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import { isSameChange } from "@/domain/reports/same-change";
import type { LikelyEntry } from "@/domain/twins/likely-entries";
import { licenceAgreedAt } from "@/server/reports/moves/licence-agreed";
import { parseKeptChange } from "@/server/reports/moves/read-change";
import { loadLikelyEntries } from "@/server/reports/pages/load-likely-entries";
import { previewChange } from "@/server/reports/pages/preview-change";

export type ChangeReviewRead = {
  proposal: ChangeProposal;
  /** What the public pages say now and what they would say. */
  rows: ChangedFact[];
  /** When its author agreed to the licence with an earlier report; null where they are still to be asked. */
  agreedAt: Date | null;
};

/** The last page of a report about an entry that is not sent yet; null where it is not complete. */
export async function loadChangeReview(
  db: Db,
  actor: AnyActor,
  form: ReportFormValues,
): Promise<ChangeReviewRead | null> {
  const proposal = await parseKeptChange(db, form);
  if (!proposal) return null;
  const [{ rows }, agreedAt] = await Promise.all([previewChange(db, proposal), licenceAgreedAt(db, actor)]);
  return { proposal, rows, agreedAt };
}

/** A report about the same entry that waits for a moderator, without its author. */
export type WaitingChange = {
  /** Set where the reader sent it. */
  ownId: string | null;
  waitingSince: Date;
  /** Whether it says what the reader is about to say; null while they have not said it all. */
  isSame: boolean | null;
};

/** Reports of others, and of the reader, that answer the same question about the same entry and wait; oldest first. */
export async function loadWaitingChanges(
  db: Db,
  actor: AnyActor,
  {
    about,
    question,
    proposal,
  }: { about: AboutEntry; question: ChangeQuestion; proposal: ChangeProposal | null },
): Promise<WaitingChange[]> {
  if (actor.kind !== "campaigner") return [];
  const waiting = (await findWaitingAbout(db, about.id, null)).filter(
    (other) => questionOf(other.proposal).question === question,
  );
  const own = await findOwnAmong(
    db,
    actor.id,
    waiting.map(({ id }) => id),
  );
  return waiting.map(({ id, submittedAt, proposal: said }) => ({
    ownId: own.has(id) ? id : null,
    waitingSince: submittedAt,
    isSame: proposal && isSameChange(proposal, said),
  }));
}

/** Entries that a service may be the same as, likeliest first; itself is none. Care that is shown by area only is not among them. */
export async function loadEntriesLike(
  db: Db,
  actor: AnyActor,
  form: ReportFormValues,
): Promise<LikelyEntry[]> {
  const asked = aboutOf(form);
  const entry = asked?.about.type === "service" && (await findPublicEntry(db, "service", asked.about.id));
  if (!entry) return [];
  const held = await findServiceListing(db, entry.id);
  if (!held) return [];
  const { category, placeId, placeName, town, postcode, providerName } = held;
  const said = { category, placeId, placeName, town, postcode, providerName, naming: "named" };
  const { entries } = await loadLikelyEntries(db, actor, said);
  return entries.filter(({ slug }) => slug !== entry.slug);
}
