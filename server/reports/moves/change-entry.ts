import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { insertDecision } from "@/db/queries/decisions";
import { lockRecords } from "@/db/queries/projections";
import { findPublicEntry } from "@/db/queries/public-entry";
import { lockPublishing } from "@/db/queries/report-records";
import {
  addToPendingDraft,
  deletePendingDraft,
  findPendingDraft,
  insertRevision,
} from "@/db/queries/reports-write";
import { findRecord } from "@/db/queries/withholdings";
import { type AnyActor, type CampaignerActor, hasRole } from "@/domain/actor";
import { ukToday } from "@/domain/dates/partial-date";
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from "@/domain/errors";
import type { FieldProblem } from "@/domain/field-problem";
import { parseInput } from "@/domain/forms/parse-input";
import { RETENTION } from "@/domain/privacy/retention";
import {
  type AboutEntry,
  CHANGE_HIDDEN,
  entryOf,
  fieldsOfChange,
  questionOf,
} from "@/domain/reports/change-form";
import {
  type ChangeProposal,
  CORRECTABLE_TYPES,
  type DirectChange,
  MERGED_TYPES,
} from "@/domain/reports/change-proposals";
import { changeTitleOf } from "@/domain/reports/change-title";
import { lastPart } from "@/domain/reports/decision-form";
import { isEntryQuestion } from "@/domain/reports/entry-change";
import { reasonSchema } from "@/domain/reports/field-decision";
import { pickFields, type ReportFormValues } from "@/domain/reports/new-service-form";
import type { SecondPersonRule } from "@/domain/reports/second-person";
import { isLineFact } from "@/domain/reports/service-lines";
import { isUuid } from "@/domain/uuid";
import { audit } from "@/server/audit";
import { assertWithinAreas } from "@/server/campaigners/area-limits";
import { assertPractised } from "@/server/campaigners/finish-practice";
import { warmReference } from "@/server/look-up/warm-reference";
import { rehearse } from "@/server/records/rehearse";
import { recordOfLine } from "@/server/reports/changes/draft-line";
import { type SavedChange, saveChange } from "@/server/reports/changes/save-change";
import { findRulesOfChange } from "@/server/reports/changes/second-person-of-change";
import { beginReport } from "@/server/reports/moves/begin-report";
import { keeperOf } from "@/server/reports/moves/keep-pending-draft";
import { loadSecondPersonRules } from "@/server/reports/moves/moderation-settings";
import { applyMove } from "@/server/reports/moves/open-move";
import { readSentChange } from "@/server/reports/moves/read-change";

/** What a moderator wrote to change an entry without a report, as it is kept until they have seen what it would do. */
export type WrittenChange = { form: ReportFormValues; change: DirectChange; reason: string };

/** @throws NotAllowedError for those who are no moderators. */
export function assertModerates(actor: AnyActor): asserts actor is CampaignerActor {
  if (actor.kind === "visitor") throw new NotAllowedError("sign-in");
  if (actor.kind !== "campaigner" || !hasRole(actor, "moderator")) throw new NotAllowedError("not-moderator");
}

/**
 * Keeps a change of an entry that a moderator has written, once it is sure that it could be made as things stand: what it would do is
 * shown before it happens. Its reason is the form's note.
 * @returns the id under which it is kept, for as long as a report that is not sent.
 * @throws InvalidInputError by field of the form; ConflictError where the entry is not what it was; NotAllowedError.
 */
export async function keepEntryChange(
  db: Db,
  actor: AnyActor,
  given: Readonly<Record<string, unknown>>,
  now: Date = new Date(),
): Promise<string> {
  assertModerates(actor);
  await assertPractised(db, actor);
  const { form, change, reason } = await readEntryChange(db, given, now);
  await assertWithinAreas(db, actor, entryOf(change));
  await warmReference(); // unpacking takes longer than a transaction may
  await rehearse(db, (inner) => saveChange(inner, actor, toSave(change, reason, now)));
  const id = randomUUID();
  const expiresAt = new Date(now.getTime() + RETENTION.pendingDrafts.count * 24 * 3600_000);
  await addToPendingDraft(db, { id, draft: form, expiresAt, forWhom: await keeperOf(db, actor) });
  return id;
}

/** @throws NotFoundError where nothing is kept under this id any more; InvalidInputError. */
export async function findWrittenChange(
  db: Db,
  actor: AnyActor,
  draftId: unknown,
  now: Date = new Date(),
): Promise<WrittenChange> {
  assertModerates(actor);
  const kept = isUuid(draftId) ? await findPendingDraft(db, draftId, now) : undefined;
  if (!kept) throw new NotFoundError("change");
  return readEntryChange(db, kept, now);
}

const inputSchema = z.object({
  draftId: z.string(),
  /** What was shown beside what would change, as `shownVersion` has it. */
  version: z.string(),
});

export type EntryChanged =
  | ({ state: "changed" } & SavedChange)
  /** Nothing is changed yet: it waits in the queue for another moderator. */
  | { state: "awaiting-second"; reportId: string };

/**
 * Makes a change that its moderator has seen, in one transaction. Where a rule asks for two people it waits as a report of theirs
 * for another moderator instead.
 * @throws NotFoundError where it was made already; InvalidInputError by field; NotAllowedError; ConflictError when the entry is not
 * what was shown.
 */
export async function changeEntry(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof inputSchema>,
  now: Date = new Date(),
): Promise<EntryChanged> {
  assertModerates(actor);
  await assertPractised(db, actor);
  const { draftId, version } = parseInput(inputSchema, input);
  await warmReference();
  return inTransaction(db, async (tx) => {
    const { change, reason } = await findWrittenChange(tx, actor, draftId, now);
    await lockPublishing(tx);
    const about = entryOf(change);
    await assertWithinAreas(tx, actor, about);
    if ((await shownVersion(tx, change)) !== version) throw new ConflictError("entry-changed");
    await deletePendingDraft(tx, draftId);
    const rules = await rulesOf(tx, change);
    if (rules.length === 0 || change.kind === "merge")
      return { state: "changed", ...(await saveChange(tx, actor, toSave(change, reason, now))) };
    await rehearse(tx, (inner) => saveChange(inner, actor, toSave(change, reason, now)));
    return {
      state: "awaiting-second",
      reportId: await sendForSecond(tx, actor, { change, reason, rules }, now),
    };
  });
}

/**
 * The versions of all that a change is shown beside: of the entry, and of the payer or the contract that changes for every service that
 * has it. They are locked until the transaction ends.
 */
export async function shownVersion(db: Db, change: DirectChange): Promise<string> {
  const line =
    change.kind === "correction" && isLineFact(change.field)
      ? await recordOfLine(db, { ...change, field: change.field })
      : undefined;
  const versions: string[] = [];
  for (const { type, id } of [entryOf(change), ...(line ? [line] : [])])
    versions.push(`${id}:${(await lockRecords(db, type, [id])).get(id)?.version}`);
  return versions.join(" ");
}

/** The rules for which another moderator has to agree before an entry is changed. */
export async function rulesOf(db: Db, change: DirectChange): Promise<SecondPersonRule[]> {
  return change.kind === "merge"
    ? []
    : findRulesOfChange(db, { proposal: change }, await loadSecondPersonRules(db));
}

export function toSave(change: DirectChange, reason: string, now: Date) {
  return { proposal: change, reportId: null, decidedOn: ukToday(now), reason };
}

/** A report of the moderator's own that they have approved as the first of two: whoever is second is never its author. */
async function sendForSecond(
  db: Db,
  actor: CampaignerActor,
  { change, reason, rules }: { change: ChangeProposal; reason: string; rules: SecondPersonRule[] },
  now: Date,
): Promise<string> {
  const { about, question } = questionOf(change);
  const { name } = (await findRecord(db, about.type, about.id)) ?? { name: "" };
  const { report } = await beginReport(db, { kind: change.kind, authorId: actor.id }, undefined);
  const { id: reportId } = report;
  await audit(db, actor, "report.drafted", { type: "report", id: reportId });
  const title = changeTitleOf(question, name);
  const sent = await applyMove(db, actor, report, "submit", {
    patch: { draft: null, revision: 1, title, submittedAt: now, licenceAcceptedAt: now },
    action: "report.submitted",
  });
  await insertRevision(db, { reportId, number: 1, proposal: change });
  const held = await applyMove(db, actor, sent, "hold", {
    patch: { heldBy: actor.id, holdExpiresAt: now },
    action: "report.held",
  });
  await applyMove(db, actor, held, "send-for-second", {
    patch: { firstDeciderId: actor.id },
    action: "report.sent-for-second",
    payload: { reason, rules },
  });
  await insertDecision(
    db,
    { reportId, revision: 1, moderatorId: actor.id, verdict: "send-for-second", reason },
    [],
  );
  return reportId;
}

async function readEntryChange(
  db: Db,
  given: Readonly<Record<string, unknown>>,
  now: Date,
): Promise<WrittenChange> {
  const type = CORRECTABLE_TYPES.find((known) => known === given.aboutType);
  const { aboutId: id, question } = given;
  if (!type || !isUuid(id) || !isEntryQuestion(type, question)) throw new NotFoundError("entry");
  const form = pickFields(given, [...CHANGE_HIDDEN, ...fieldsOfChange(question)]);
  const reason = reasonSchema.safeParse(form.note ?? "");
  const missing: Record<string, FieldProblem> = reason.success ? {} : { note: "reason-needed" };
  const change = await changeIn(db, form, { type, id }, ukToday(now)).catch((error: unknown) => {
    if (!(error instanceof InvalidInputError)) throw error;
    throw new InvalidInputError({ ...error.fields, ...missing });
  });
  if (!reason.success) throw new InvalidInputError(missing);
  return { form, change, reason: reason.data };
}

async function changeIn(
  db: Db,
  form: ReportFormValues,
  { type, id }: AboutEntry,
  today: string,
): Promise<DirectChange> {
  const recordType = MERGED_TYPES.find((known) => known === type);
  // What moderators write of their own is published under the licence, like everything else.
  if (form.question !== "same-as" || !recordType)
    return readSentChange(db, { ...form, licence: "accepted" }, today);
  const other = await findPublicEntry(db, recordType, lastPart(form.other ?? ""));
  if (!other) throw new InvalidInputError({ other: "other-needed" });
  return { kind: "merge", v: 1, recordType, recordId: id, otherId: other.id };
}
