import { z } from "zod";
import type { Db } from "@/db/client";
import { nameColleagues } from "@/db/queries/colleagues";
import { findReportHistory, findReviews } from "@/db/queries/decisions";
import type { LikelyTwin } from "@/db/queries/likely-twins";
import { findAreaLimits } from "@/db/queries/moderator-areas";
import { findPublicEntry } from "@/db/queries/public-entry";
import { countAccountRecords } from "@/db/queries/queue";
import { listChangesOfReport, type RecordChangeRow } from "@/db/queries/record-changes";
import { findReportsJoined } from "@/db/queries/report-twins";
import { findDeciderIds, findReport, type ReportRow } from "@/db/queries/reports";
import { type AnyActor, type CampaignerActor, hasRole } from "@/domain/actor";
import type { AuditAction } from "@/domain/audit/action";
import { decidesIn } from "@/domain/campaigners/area-limits";
import { ukToday } from "@/domain/dates/partial-date";
import { NotAllowedError, NotFoundError } from "@/domain/errors";
import { isOneOf } from "@/domain/lists/is-one-of";
import { ENTRY_TYPES, type EntryType, entryPath } from "@/domain/records/entry-path";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import { distinctHandles, isHandle } from "@/domain/reports/moderator-handle";
import type { NewServicePreview } from "@/domain/reports/preview";
import { type NewServiceProposal, REPORT_PARTS, type ReportPart } from "@/domain/reports/proposal";
import type { AccountRecord } from "@/domain/reports/queue";
import { checkMove, isHeld, type ReportRefusal } from "@/domain/reports/report-policy";
import { REPORT_MOVES, type ReportMove, WAITING_STATES } from "@/domain/reports/report-state";
import { type ShownReview, shownReview } from "@/domain/reports/shown-review";
import { findWhyItWaits, type WaitsBecause } from "@/domain/reports/why-waiting";
import type { LikelyReason } from "@/domain/twins/score-twin";
import { findLimitsOf } from "@/server/campaigners/area-limits";
import { doSourcesConfirm } from "@/server/reports/changes/add-sources";
import { assertCampaigner } from "@/server/reports/moves/actor-input";
import { factsFor } from "@/server/reports/moves/open-move";
import { listWaiting } from "@/server/reports/pages/list-waiting";
import { type ChangePartsRead, loadChangeParts } from "@/server/reports/pages/load-change-parts";
import { loadFirstChange, loadFirstDecision } from "@/server/reports/pages/load-first-decision";
import { loadReport, type ReportRead } from "@/server/reports/pages/load-report";
import { loadSameChanges, type SameChangesRead } from "@/server/reports/pages/load-same-changes";
import { type ChangePreview, previewChange } from "@/server/reports/pages/preview-change";
import { previewNewService } from "@/server/reports/pages/preview-new-service";
import { loadLikelyTwins } from "@/server/reports/publishing/likely-twins";
import { findTwinFacts } from "@/server/reports/publishing/twin-facts";
import { findWaitingTwins } from "@/server/reports/publishing/waiting-twins";

export type HistoryRead = {
  number: number;
  at: Date;
  action: AuditAction;
  who: "you" | "author" | "reviewer" | "system" | { handle: string };
  note: string | null;
  /** The parts that a moderator changed or left out as they approved it. */
  changed: ReportPart[];
};
/** `page` is null where readers are shown none. */
export type Became = { type: EntryType; id: string; page: { path: string; name: string } | null };

/** What a moderator needs beside a report of any kind. */
export type ModerationBase = {
  report: ReportRead;
  /** The entry that came of it, shown or not: care that is shown by area only has no page that would lead to its brake. */
  became: Became | null;
  /** What became of all that its account has sent. */
  record: AccountRecord;
  reviews: ShownReview[];
  history: HistoryRead[];
  hold: { byMe: boolean; handle: string; until: Date; secondsLeft: number } | null;
  /** When the last hold on it ran out, where it has waited since. */
  ranOut: { at: Date; wasMine: boolean } | null;
  /** By move: whether this moderator may, else why not. */
  refusals: Partial<Record<ReportMove, ReportRefusal>>;
  /** Those it can be passed on to: the handle that the form sends, and what they are called. */
  others: { handle: string; name: string }[];
  waits: WaitsBecause | null;
  /** Takes back what it changed of an entry that was there, while that stands. */
  undo: { batchId: string; version: number } | null;
  /** `proposal`: what the second would publish of a new service; of a change of an entry that is what the author sent. */
  first: { handle: string; reason: string; proposal: NewServiceProposal | null } | null;
};
/** A report of a new service, with all that stands beside it. */
export type ModerationRead = ModerationBase & {
  change: null;
  preview: NewServicePreview;
  /** `confirms`: what the report says of it is what the entry says, so that its sources can be added. */
  twins: (LikelyTwin & { confirms: boolean })[];
  /** Other reports that wait and are likely of the same service; only while this one waits too. */
  waitingTwins: WaitingTwinRead[];
  /** Reports that were found to be the same as this one: their sources go with it. */
  joined: { id: string; title: string }[];
};
export type WaitingTwinRead = {
  id: string;
  title: string;
  where: string;
  submittedAt: Date;
  reasons: LikelyReason[];
};
/** A report about an entry. */
export type ModerationChange = ModerationBase &
  ChangePartsRead & {
    change: NonNullable<ReportRead["change"]>;
    /** The newest version. */
    proposal: ChangeProposal;
    same: SameChangesRead;
    /** What the second of two would do, as the first decided it; null unless it waits for one. */
    firstChange: (ChangePreview & { proposal: ChangeProposal }) | null;
  };
export type Moderated = ModerationRead | ModerationChange;

/**
 * One report with all that a moderator needs beside it.
 * @throws NotAllowedError for those who are no moderators; NotFoundError (drafts are nobody's but their author's).
 */
export async function loadModerationReport(
  db: Db,
  actor: AnyActor,
  id: string,
  now: Date = new Date(),
  messagePage = 1,
): Promise<Moderated> {
  assertCampaigner(actor);
  if (!hasRole(actor, "moderator")) throw new NotAllowedError("not-moderator");
  // Where it lies is asked below, and read off when somebody next looks.
  if ((await findLimitsOf(db, actor)) !== null) await listWaiting(db);
  const report = await loadReport(db, actor, id, now, messagePage);
  const row = await findReport(db, id);
  if (!row) throw new NotFoundError("report");
  const proposal = report.revisions[0]?.proposal ?? null;
  const base = await loadBase(db, actor, { report, row, proposal }, now);
  const [newest] = report.change?.revisions ?? [];
  if (report.change && newest) {
    const { entry } = report.change;
    return {
      ...base,
      ...(await loadChangeParts(
        db,
        newest.proposal,
        entry !== undefined && entry.visibility !== "area-only",
      )),
      change: report.change,
      proposal: newest.proposal,
      same: await loadSameChanges(
        db,
        newest.proposal,
        { id, isWaiting: isOneOf(WAITING_STATES, row.state) },
        ukToday(now),
      ),
      firstChange: base.first ? await previewFirstChange(db, id, newest.proposal) : null,
    };
  }
  if (!proposal) throw new NotFoundError("report");
  const [preview, twins, joined] = await Promise.all([
    previewNewService(db, proposal),
    loadLikelyTwins(db, proposal),
    findReportsJoined(db, id),
  ]);
  const waitingTwins = isOneOf(WAITING_STATES, row.state) ? await readWaitingTwins(db, id, proposal) : [];
  // A report that was approved is the same as what it made.
  const others = twins
    .filter((twin) => twin.id !== row.publishedServiceId)
    .map(async (twin) => {
      const added = { serviceId: twin.id, proposal, decidedOn: ukToday(now) };
      return { ...twin, confirms: await doSourcesConfirm(db, added) };
    });
  return {
    ...base,
    change: null,
    preview,
    twins: await Promise.all(others),
    waitingTwins,
    joined: joined.map((one) => ({ id: one.id, title: one.title })),
  };
}

async function previewFirstChange(
  db: Db,
  reportId: string,
  sent: ChangeProposal,
): Promise<ModerationChange["firstChange"]> {
  const proposal = await loadFirstChange(db, reportId, sent);
  return proposal && { ...(await previewChange(db, proposal)), proposal };
}

async function readWaitingTwins(
  db: Db,
  id: string,
  proposal: NewServiceProposal,
): Promise<WaitingTwinRead[]> {
  const found = await findWaitingTwins(db, await findTwinFacts(db, proposal), id);
  return found.map(({ id: otherId, title, submittedAt, reasons, proposal: { town, postcode } }) => ({
    id: otherId,
    title,
    where: [town, postcode].filter(Boolean).join(", "),
    submittedAt,
    reasons,
  }));
}

/** A change that was taken back has become nothing. */
async function becameOf(
  db: Db,
  row: ReportRow,
  made: RecordChangeRow | undefined,
): Promise<ModerationBase["became"]> {
  if (made && made.state !== "approved") return null;
  const id = made?.subjectId ?? row.publishedServiceId;
  const type = made ? ENTRY_TYPES.find((known) => known === made.recordType) : "service";
  if (!id || !type) return null;
  const entry = await findPublicEntry(db, type, id);
  return { type, id, page: entry ? { path: entryPath(type, entry.slug), name: entry.name } : null };
}

type Loaded = { report: ReportRead; row: ReportRow; proposal: NewServiceProposal | null };

async function loadBase(
  db: Db,
  actor: CampaignerActor,
  { report, row, proposal }: Loaded,
  now: Date,
): Promise<ModerationBase> {
  const { id } = row;
  const facts = await factsFor(db, row, actor);
  const [reviews, history, all, limits, records, [made]] = await Promise.all([
    findReviews(db, id),
    findReportHistory(db, id),
    findDeciderIds(db),
    findAreaLimits(db),
    countAccountRecords(db, [row.authorId]),
    listChangesOfReport(db, id),
  ]);
  const deciders = all.filter((decider) => decidesIn(limits, decider, row.areaIds));
  const nameOf = await nameColleagues(db, [
    ...[row.heldBy, row.firstDeciderId],
    ...history.map(({ actorId }) => actorId),
    ...deciders,
  ]);
  const canUndo = made?.state === "approved" && row.authorId !== actor.id;
  const barred = [actor.id, row.authorId, row.appealedFrom];
  const held = isHeld(facts, now) && row.heldBy !== null ? row.heldBy : null;
  const until = row.holdExpiresAt ?? now;
  const first = report.decisions.findLast(({ verdict }) => verdict === "send-for-second");
  return {
    report,
    became: await becameOf(db, row, made),
    record: records.get(row.authorId) ?? { sent: 0, standing: 0, decided: 0 },
    reviews: reviews.map(shownReview),
    history: history.map((entry) => ({
      number: entry.number,
      at: entry.at,
      action: entry.action,
      who: whoOf(entry, row.authorId, actor.id, nameOf),
      note: noteOf(entry.payload),
      changed: changedIn(entry.payload),
    })),
    hold:
      held === null
        ? null
        : {
            byMe: held === actor.id,
            handle: nameOf(held) ?? "",
            until,
            secondsLeft: (until.getTime() - now.getTime()) / 1000,
          },
    ranOut: row.state === "submitted" ? ranOutOf(history, actor.id) : null,
    refusals: refusalsOf((move) => checkMove(facts, move, actor, now)),
    // Named apart among all, as whoever passes it on names them.
    others: [...distinctHandles(all)]
      .filter(([, decider]) => deciders.includes(decider) && !barred.includes(decider))
      .map(([handle, decider]) => ({ handle, name: calledBy(handle, nameOf(decider)) })),
    waits: findWhyItWaits(facts, all, deciders),
    undo: canUndo ? { batchId: made.batchId, version: made.version } : null,
    first:
      row.state === "awaiting-second" && row.firstDeciderId !== null && first
        ? {
            handle: nameOf(row.firstDeciderId) ?? "",
            reason: first.reason,
            proposal: proposal && (await loadFirstDecision(db, id, proposal)),
          }
        : null,
  };
}

function refusalsOf(check: (move: ReportMove) => ReturnType<typeof checkMove>): ModerationRead["refusals"] {
  const refusals: ModerationRead["refusals"] = {};
  for (const move of REPORT_MOVES) {
    const verdict = check(move);
    if (!verdict.allowed) refusals[move] = verdict.reason;
  }
  return refusals;
}

/** A handle that several have says "3f2a-2" of the second. */
function calledBy(handle: string, name: string | null): string {
  return name === null || isHandle(name) ? handle : name;
}

function whoOf(
  entry: { actorId: string; actorRole: string },
  authorId: string,
  readerId: string,
  nameOf: (id: string) => string | null,
): HistoryRead["who"] {
  if (entry.actorRole === "system") return "system";
  if (entry.actorId === readerId) return "you";
  if (entry.actorRole === "trusted-campaigner" && entry.actorId !== authorId) return "reviewer";
  return entry.actorId === authorId ? "author" : { handle: nameOf(entry.actorId) ?? "" };
}

const expiredSchema = z.object({ heldBefore: z.string().nullable(), until: z.coerce.date().optional() });

/** Whether a hold that ran out was the last that anybody did with a report; messages and reviews move nothing. */
function ranOutOf(
  history: readonly { action: AuditAction; at: Date; payload: unknown }[],
  readerId: string,
): ModerationBase["ranOut"] {
  const last = history.findLast(({ action }) => action !== "report.message" && action !== "report.reviewed");
  if (last?.action !== "report.expired") return null;
  const said = expiredSchema.safeParse(last.payload);
  return { at: said.data?.until ?? last.at, wasMine: said.data?.heldBefore === readerId };
}

/** A note that went with a move (taking over, passing on); null where there is none or it was erased. */
function noteOf(payload: unknown): string | null {
  if (typeof payload !== "object" || payload === null || !("note" in payload)) return null;
  return typeof payload.note === "string" ? payload.note : null;
}

function changedIn(payload: unknown): ReportPart[] {
  const parsed = z.object({ changed: z.array(z.enum(REPORT_PARTS)) }).safeParse(payload);
  return parsed.success ? parsed.data.changed : [];
}
