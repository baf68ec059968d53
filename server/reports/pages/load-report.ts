import { z } from "zod";
import type { Db } from "@/db/client";
import {
  countMessages,
  type DecisionWithFields,
  findAnswers,
  findDecisions,
  findMessages,
  findReviews,
} from "@/db/queries/decisions";
import { listChangesOfReport } from "@/db/queries/record-changes";
import { findServiceLink } from "@/db/queries/report-queue";
import { findPublicPlace, findPublicProvider } from "@/db/queries/report-records";
import { findReport, findRevisions, type ReportRow } from "@/db/queries/reports";
import { type AnyActor, hasRole } from "@/domain/actor";
import { NotFoundError } from "@/domain/errors";
import { formOfChange } from "@/domain/reports/change-form";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import { type AskedPart, askedParts } from "@/domain/reports/field-answers";
import { applyFieldDecisions, formOfEffective } from "@/domain/reports/field-decision";
import { changesBetween, type FormChange } from "@/domain/reports/form-changes";
import { formOf, type ReportFormValues } from "@/domain/reports/new-service-form";
import type {
  DecisionVerdict,
  FieldVerdict,
  NewServiceProposal,
  Proposal,
  ReportPart,
} from "@/domain/reports/proposal";
import { canMove, canReadReport } from "@/domain/reports/report-policy";
import type { ReportMove, ReportState } from "@/domain/reports/report-state";
import { canReviewReport, canWriteMessage } from "@/domain/reports/review-policy";
import { type ShownReview, shownReview } from "@/domain/reports/shown-review";
import { assertCampaigner } from "@/server/reports/moves/actor-input";
import { expireHolds } from "@/server/reports/moves/expire-holds";
import { licenceAgreedAt } from "@/server/reports/moves/licence-agreed";
import { factsOf } from "@/server/reports/moves/open-move";
import { readFirstDecision } from "@/server/reports/moves/record-decision";
import { readEffectiveChange } from "@/server/reports/pages/load-first-decision";
import { type ChangePreview, previewChange } from "@/server/reports/pages/preview-change";

export type DecisionRead = {
  id: string;
  verdict: DecisionVerdict;
  reason: string;
  decidedAt: Date;
  /** `answer`: the author's, to what was said of the part; null while there is none. */
  fields: { field: ReportPart; verdict: FieldVerdict; comment: string; answer: string | null }[];
};
export type MessageRead = {
  id: string;
  body: string;
  at: Date;
  fromAuthor: boolean;
  isMine: boolean;
  /** The part of the report that it answers a question about. */
  field: ReportPart | null;
};
export type RevisionRead = { number: number; submittedAt: Date; proposal: NewServiceProposal };
/** A revision of a report about an entry that is there. */
export type ChangeRevisionRead = { number: number; submittedAt: Date; proposal: ChangeProposal };

const MESSAGES_A_PAGE = 20;

/** What the author's own buttons do; the same policy as the use cases behind them. */
const AUTHOR_MOVES = ["submit", "edit", "discard", "withdraw", "resubmit", "appeal"] as const;
type AuthorMove = (typeof AUTHOR_MOVES)[number];

export type ReportRead = {
  id: string;
  version: number;
  state: ReportState;
  title: string;
  revision: number;
  viewer: "author" | "moderator" | "reviewer";
  submittedAt: Date | null;
  hasBeenAppealed: boolean;
  /** Newest first; empty for a report about an entry that is there. */
  revisions: RevisionRead[];
  /** The same of a report about an entry, with what it would change; null for a new service. */
  change: (ChangePreview & { revisions: ChangeRevisionRead[] }) | null;
  /** By number of a revision, what it says that the one before did not. */
  changed: Record<number, FormChange[]>;
  /** What was published that is not what the newest revision says; empty while nothing is. */
  publishedInstead: FormChange[];
  /** The parts that a moderator asks the author about, while the report waits for them. */
  asked: AskedPart[];
  /** What the author may go on with; null for everybody else. */
  form: ReportFormValues | null;
  /** Our name of the place that the form has chosen; null without one, or when it is gone. */
  knownPlace: string | null;
  decisions: DecisionRead[];
  /** One page of the conversation, oldest first; page 1 is the newest. */
  messages: MessageRead[];
  messagePage: number;
  messagePages: number;
  publishedAs: { slug: string; name: string } | null;
  sameAs: { slug: string; name: string } | null;
  /** When the change that was published from it was taken back; null while it holds. */
  takenBackAt: Date | null;
  /** It is the same as a report that was there already and is not decided yet. */
  isJoined: boolean;
  can: Record<AuthorMove | "message" | "review", boolean>;
  hasReviewed: boolean;
  /** What whoever reads it has said of it as a reviewer, newest first. */
  ownReviews: ShownReview[];
  /** When its author, who reads it, agreed to the licence with this or an earlier report. */
  licenceAgreedAt: Date | null;
};

/**
 * One report as its reader may see it. Nobody is told who the author is.
 * @throws NotFoundError also for those who may not read it: a stranger does not learn that it exists.
 */
export async function loadReport(
  db: Db,
  actor: AnyActor,
  id: string,
  now: Date = new Date(),
  wantedPage = 1,
): Promise<ReportRead> {
  assertCampaigner(actor);
  await expireHolds(db, undefined, now);
  const report = await findReport(db, id);
  if (!report || !canReadReport(factsOf(report), actor)) throw new NotFoundError("report");
  const facts = factsOf(report);
  const isAuthor = actor.id === report.authorId;
  const messagePages = Math.max(1, Math.ceil((await countMessages(db, id)) / MESSAGES_A_PAGE));
  const messagePage = Number.isInteger(wantedPage) ? Math.min(Math.max(wantedPage, 1), messagePages) : 1;
  const pageOfMessages = { skip: (messagePage - 1) * MESSAGES_A_PAGE, limit: MESSAGES_A_PAGE };
  const [revisions, decisionRows, messages, reviews, answers] = await Promise.all([
    findRevisions(db, id),
    findDecisions(db, id),
    findMessages(db, id, pageOfMessages),
    findReviews(db, id),
    findAnswers(db, id),
  ]);
  const decisions = readDecisions(decisionRows, answers);
  const read = readRevisions(revisions);
  const changes = readChanges(revisions);
  const may = (move: ReportMove) => canMove(facts, move, actor, now);
  const hasReviewed = reviews.some(
    (review) => review.reviewerId === actor.id && review.revision === report.revision,
  );
  const ownReviews = reviews.filter(({ reviewerId }) => reviewerId === actor.id).map(shownReview);
  const preview = changes[0] ? await previewChange(db, changes[0].proposal) : null;
  const form = isAuthor ? formToEdit(report, read, changes) : null;
  // As its page is addressed: nobody knows an id by sight.
  if (form && preview?.other && form.other === preview.other.id) form.other = preview.other.slug;
  return {
    id,
    version: report.version,
    state: report.state,
    title: report.title,
    revision: report.revision,
    viewer: isAuthor ? "author" : hasRole(actor, "moderator") ? "moderator" : "reviewer",
    submittedAt: report.submittedAt,
    hasBeenAppealed: report.hasBeenAppealed,
    revisions: read,
    change: preview && { ...preview, revisions: changes },
    changed: changedBy(revisions),
    publishedInstead:
      report.state === "approved" ? await findInstead(db, revisions.at(-1), decisionRows) : [],
    asked: isAuthor && report.state === "changes-requested" ? askedParts(decisions) : [],
    form,
    knownPlace: await placeNameOf(db, form?.placeId),
    decisions,
    messages: messages.map(({ id: messageId, body, createdAt, fromAuthor, writerId, field }) => ({
      id: messageId,
      body,
      field,
      at: createdAt,
      fromAuthor,
      isMine: writerId === actor.id,
    })),
    messagePage,
    messagePages,
    publishedAs: await linkTo(db, report.publishedServiceId),
    sameAs: await linkTo(db, report.duplicateOfServiceId),
    takenBackAt: (await listChangesOfReport(db, id))[0]?.undoneAt ?? null,
    isJoined: report.duplicateOfReportId !== null && report.duplicateOfServiceId === null,
    can: {
      submit: may("submit"),
      edit: may("edit"),
      discard: may("discard"),
      withdraw: may("withdraw"),
      resubmit: may("resubmit"),
      appeal: may("appeal"),
      message: canWriteMessage(facts, actor),
      review: canReviewReport(facts, actor) && !hasReviewed,
    },
    hasReviewed,
    ownReviews: ownReviews.toReversed(),
    licenceAgreedAt: isAuthor ? await licenceAgreedAt(db, actor) : null,
  };
}

function readDecisions(
  rows: readonly DecisionWithFields[],
  answers: Awaited<ReturnType<typeof findAnswers>>,
): DecisionRead[] {
  const answerTo = (decisionId: string, field: string) =>
    answers.findLast((answer) => answer.decisionId === decisionId && answer.field === field)?.body ?? null;
  return rows.map(({ id, verdict, reason, decidedAt, fields }) => ({
    id,
    verdict,
    reason,
    decidedAt,
    fields: fields.map(({ field, verdict: part, comment }) => ({
      field,
      verdict: part,
      comment,
      answer: answerTo(id, field),
    })),
  }));
}

/** @param revisions oldest first. */
function changedBy(revisions: Revisions): Record<number, FormChange[]> {
  return Object.fromEntries(
    revisions.slice(1).map(({ number, proposal }, index) => {
      const before = revisions[index]?.proposal ?? proposal;
      return [number, changesBetween(anyFormOf(before), anyFormOf(proposal))];
    }),
  );
}

/** Nothing of one that was erased. */
function anyFormOf(proposal: Proposal): ReportFormValues {
  if (!("v" in proposal)) return {};
  return proposal.kind === "new-service" ? formOf(proposal) : formOfChange(proposal);
}

/** What a moderator published instead of what was sent, by the names of the records that they chose. */
async function findInstead(
  db: Db,
  revision: Revisions[number] | undefined,
  decisions: readonly DecisionWithFields[],
): Promise<FormChange[]> {
  const deciding: readonly DecisionVerdict[] = ["approve", "approve-in-part", "send-for-second"];
  const decision = decisions.findLast(
    (one) => deciding.includes(one.verdict) && one.revision === revision?.number,
  );
  // Nothing of one that was erased.
  if (!revision || !decision || !("v" in revision.proposal)) return [];
  const { proposal } = revision;
  const { fields } = readFirstDecision(decision);
  if (proposal.kind !== "new-service") {
    const published = await readEffectiveChange(db, proposal, fields);
    return published ? changesBetween(formOfChange(proposal), formOfChange(published)) : [];
  }
  const result = applyFieldDecisions(proposal, fields);
  if (!result.ok) return [];
  const { effective } = result;
  const published = formOfEffective(effective);
  const { placeId } = effective.proposal;
  const place =
    placeId === proposal.placeId || placeId === null ? undefined : await findPublicPlace(db, placeId);
  if (place) {
    const { name: placeName, town, postcode } = place;
    Object.assign(published, { placeName, addressLines: "", town, postcode });
  }
  const provider = effective.providerId ? await findPublicProvider(db, effective.providerId) : undefined;
  if (provider) published.providerName = provider.name;
  return changesBetween(formOf(proposal), published);
}

type Revisions = Awaited<ReturnType<typeof findRevisions>>;

/** Those of a new service, newest first. */
export function readRevisions(revisions: Revisions): RevisionRead[] {
  return revisions.toReversed().flatMap(({ number, submittedAt, proposal }) => {
    return proposal.kind === "new-service" ? [{ number, submittedAt, proposal }] : [];
  });
}

/** Those about an entry, newest first. */
function readChanges(revisions: Revisions): ChangeRevisionRead[] {
  return revisions.toReversed().flatMap(({ number, submittedAt, proposal }) => {
    return proposal.kind === "new-service" ? [] : [{ number, submittedAt, proposal }];
  });
}

function formToEdit(
  report: ReportRow,
  [newest]: readonly RevisionRead[],
  [change]: readonly ChangeRevisionRead[],
): ReportFormValues {
  if (report.draft !== null) return report.draft as ReportFormValues;
  if (change) return formOfChange(change.proposal);
  return newest ? formOf(newest.proposal) : {};
}

/** What a draft holds was never checked: it may be no id at all. */
async function placeNameOf(db: Db, placeId: string | undefined): Promise<string | null> {
  const id = z.uuid().safeParse(placeId);
  return id.success ? ((await findPublicPlace(db, id.data))?.name ?? null) : null;
}

async function linkTo(db: Db, id: string | null): Promise<{ slug: string; name: string } | null> {
  const link = id === null ? undefined : await findServiceLink(db, id);
  return link?.isShown ? { slug: link.slug, name: link.name } : null;
}
