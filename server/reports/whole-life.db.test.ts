import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Db } from "@/db/client";
import { makeProposal } from "@/db/factories";
import { findReport } from "@/db/queries/reports";
import { places } from "@/db/schema";
import { batches } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import { type CampaignerActor, systemActor } from "@/domain/actor";
import type { AuditAction } from "@/domain/audit/action";
import type { DirectChange } from "@/domain/reports/change-proposals";
import { moderatorHandle } from "@/domain/reports/moderator-handle";
import { formOf } from "@/domain/reports/new-service-form";
import type { ReportState } from "@/domain/reports/report-state";
import type { Visibility } from "@/domain/services/service";
import { findAuditBreak } from "@/server/audit";
import { markDisputed, settleDispute } from "@/server/complaints/mark-disputed";
import { rebuildRecords } from "@/server/records/rebuild-records";
import { rehearse } from "@/server/records/rehearse";
import { restoreRecord } from "@/server/records/restore-record";
import { withholdRecord } from "@/server/records/withhold-record";
import { revertRecord } from "@/server/reports/changes/revert-record";
import { saveChange } from "@/server/reports/changes/save-change";
import { beginChanges, SENT } from "@/server/reports/changes/testing-change";
import { undoChange } from "@/server/reports/changes/undo-change";
import { addMessage } from "@/server/reports/moves/add-message";
import { appealDecision } from "@/server/reports/moves/appeal-decision";
import { approveReport } from "@/server/reports/moves/approve-report";
import { confirmReport } from "@/server/reports/moves/confirm-report";
import { discardReport } from "@/server/reports/moves/discard-report";
import { editReport } from "@/server/reports/moves/edit-report";
import { expireHolds } from "@/server/reports/moves/expire-holds";
import { holdReport } from "@/server/reports/moves/hold-report";
import { markDuplicate } from "@/server/reports/moves/mark-duplicate";
import { passOn } from "@/server/reports/moves/pass-on";
import { rejectReport } from "@/server/reports/moves/reject-report";
import { releaseHold } from "@/server/reports/moves/release-hold";
import { renewHold } from "@/server/reports/moves/renew-hold";
import { requestChanges } from "@/server/reports/moves/request-changes";
import { resubmitReport } from "@/server/reports/moves/resubmit-report";
import { returnReport } from "@/server/reports/moves/return-report";
import { submitReport } from "@/server/reports/moves/submit-report";
import { takeOver } from "@/server/reports/moves/take-over";
import { withdrawReport } from "@/server/reports/moves/withdraw-report";
import { moderator, NOW } from "@/server/reports/testing-approval";
import { auditOf, LIVES, ROUNDS, refusal } from "@/server/reports/testing-life";

/**
 * The whole life of a report and of an entry: commands by chance, on the real database, against a model of a few lines that says which of
 * them are refused and what each leaves. At the end the audit alone has to tell the state, and every entry to say what its facts say.
 * The seed is written where it fails.
 */
const db = testDb();
const REASON = "The register says so on its first page.";

const REPORT_COMMANDS = [
  ...(["edit", "withdraw", "hold", "hold-2", "release", "expire", "take-over", "ask", "answer"] as const),
  ...(["message", "approve", "reject", "reject-2", "appeal"] as const),
  ...(["renew", "pass-on", "duplicate", "confirm", "confirm-2", "return-2", "discard"] as const),
] as const;
type ReportCommand = (typeof REPORT_COMMANDS)[number];

/** A report as the model knows it: `by` is which of the two moderators. */
type ReportModel = {
  state: ReportState;
  heldBy: 1 | 2 | null;
  appealed: boolean;
  decidedBy: 1 | 2 | null;
  /** Whether a rule asks for two people. */
  ofTwo: boolean;
};

/** What a command leaves; null where it is refused. */
function reportAfter(now: ReportModel, command: ReportCommand): ReportModel | null {
  const { state, heldBy, appealed, decidedBy } = now;
  const mine = (who: 1 | 2) => state === "in-review" && heldBy === who;
  const to = (next: ReportState, given: Partial<ReportModel> = {}) => ({
    ...now,
    state: next,
    heldBy: null,
    ...given,
  });
  const barred = (who: 1 | 2) => appealed && decidedBy === who;
  switch (command) {
    case "edit":
      return state === "submitted" || state === "changes-requested" ? now : null;
    case "withdraw":
      return state === "submitted" || state === "changes-requested" ? to("withdrawn") : null;
    case "hold":
      return state === "submitted" && !barred(1) ? to("in-review", { heldBy: 1 }) : null;
    case "hold-2":
      return state === "submitted" && !barred(2) ? to("in-review", { heldBy: 2 }) : null;
    case "take-over":
      return state === "in-review" && heldBy === 1 && !barred(2) ? to("in-review", { heldBy: 2 }) : null;
    case "release":
      return mine(1) ? to("submitted") : null;
    case "expire":
      return state === "in-review" ? to("submitted") : now;
    case "ask":
      return mine(1) ? to("changes-requested") : null;
    case "answer":
      return state === "changes-requested" ? to("submitted") : null;
    case "message":
      return state === "withdrawn" ? null : now;
    case "approve":
      return mine(1) ? to(now.ofTwo ? "awaiting-second" : "approved") : null;
    // Whoever approved it first is not the second, nor is whoever an appeal is against.
    case "confirm":
      return null;
    case "confirm-2":
      return state === "awaiting-second" && !barred(2) ? to("approved") : null;
    case "return-2":
      return state === "awaiting-second" && !barred(2) ? to("in-review", { heldBy: 1 }) : null;
    case "renew":
      return mine(1) ? now : null;
    case "pass-on":
      return mine(1) && !barred(2) ? to("in-review", { heldBy: 2 }) : null;
    case "duplicate":
      return mine(1) ? to("duplicate", { decidedBy: 1 }) : null;
    // Only what was never sent.
    case "discard":
      return null;
    case "reject":
      return mine(1) ? to("rejected", { decidedBy: 1 }) : null;
    case "reject-2":
      return mine(2) ? to("rejected", { decidedBy: 2 }) : null;
    case "appeal":
      return (state === "rejected" || state === "duplicate") && !appealed
        ? to("submitted", { appealed: true })
        : null;
  }
}

test.each(ROUNDS)(
  "a report, whatever is done to it in whatever order (%i)",
  { timeout: 120_000 },
  async () => {
    const commands = fc.array(fc.constantFrom(...REPORT_COMMANDS), { minLength: 4, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(commands, fc.boolean(), async (run, ofTwo) => {
        await rehearse(db, async (inner) => {
          const { author, world } = await beginChanges(inner);
          const [one, two] = [await moderator(inner), await moderator(inner)];
          const name = randomUUID();
          const where = (town: string) => ({ placeName: `Gnu House ${name}`, postcode: "", town });
          const form = (town: string) => ({
            ...formOf(makeProposal(ofTwo ? { ...where(town), providerName: "Dr A. Example" } : where(town))),
            licence: "accepted",
          });
          const { reportId } = await submitReport(inner, author, { form: form("Nowhere-on-Sea") }, NOW);
          let model: ReportModel = {
            state: "submitted",
            heldBy: null,
            appealed: false,
            decidedBy: null,
            ofTwo,
          };
          const at = (step: number) => new Date(NOW.getTime() + step * 1000);
          for (const [step, command] of run.entries()) {
            const version = (await findReport(inner, reportId))?.version ?? 0;
            const seen = { reportId, version };
            const now = at(step);
            const said = { ...seen, reason: REASON };
            const doIt: Record<ReportCommand, () => Promise<unknown>> = {
              edit: () => editReport(inner, author, { ...seen, form: form(`Elsewhere ${step}`) }, now),
              withdraw: () => withdrawReport(inner, author, seen),
              hold: () => holdReport(inner, one, seen, now),
              "hold-2": () => holdReport(inner, two, seen, now),
              release: () => releaseHold(inner, one, seen, now),
              // Every hold is over a day later.
              expire: () => expireHolds(inner, systemActor("holds"), new Date(now.getTime() + 86_400_000)),
              "take-over": () => takeOver(inner, two, { ...seen, note: "She is on leave" }, now),
              ask: () => requestChanges(inner, one, said, now),
              answer: () => resubmitReport(inner, author, { ...seen, form: form(`Town ${step}`) }, now),
              message: () => addMessage(inner, author, { reportId, body: "It is still there." }, now),
              approve: () => approveReport(inner, one, said, now),
              reject: () => rejectReport(inner, one, said, now),
              "reject-2": () => rejectReport(inner, two, said, now),
              appeal: () => appealDecision(inner, author, said, now),
              renew: () => renewHold(inner, one, seen, now),
              "pass-on": () =>
                passOn(inner, one, { ...seen, to: moderatorHandle(two.id), note: "Yours: I am away" }, now),
              duplicate: () => markDuplicate(inner, one, { ...said, sameAs: world.refs.service }, now),
              confirm: () => confirmReport(inner, one, said, now),
              "confirm-2": () => confirmReport(inner, two, said, now),
              "return-2": () => returnReport(inner, two, said, now),
              discard: () => discardReport(inner, author, seen, now),
            };
            const next = reportAfter(model, command);
            const refused = await refusal(doIt[command]());
            expect(refused === undefined, `${step}: ${command} of ${model.state} (${refused})`).toBe(
              next !== null,
            );
            model = next ?? model;
            const row = await findReport(inner, reportId);
            const holder = row?.heldBy === one.id ? 1 : row?.heldBy === two.id ? 2 : null;
            expect([row?.state, holder], `${step}: ${command}`).toEqual([model.state, model.heldBy]);
          }
          await replayReport(inner, reportId, model);
        });
      }),
      { numRuns: LIVES },
    );
  },
);

/** The moves of the audit lead from one to the next, to where the report stands; and no link of it is broken. */
async function replayReport(inner: Db, reportId: string, { state }: ReportModel): Promise<void> {
  let told: unknown;
  for (const { action, payload } of await auditOf(inner, reportId)) {
    const { from, to } = (payload ?? {}) as { from?: string; to?: string };
    if (from === undefined || to === undefined) continue;
    if (told !== undefined) expect(from, action).toBe(told);
    told = to;
  }
  expect(told).toBe(state);
  expect(await findAuditBreak(inner)).toBeNull();
}

const RECORD_COMMANDS = [
  ...(["rename-a", "rename-b", "withhold", "restore", "dispute", "settle"] as const),
  ...(["merge", "undo", "revert"] as const),
] as const;
type RecordCommand = (typeof RECORD_COMMANDS)[number];

/** A place as the model knows it: what it was called at each change that stands, the newest last; `null` for a merge. */
type RecordModel = { shown: Visibility; before: Visibility; changes: (string | null)[] };
const FIRST_NAME = "Zebra Clinic";
const NAMES = { "rename-a": "Zebra House", "rename-b": "Zebra Hall" } as const;

const nameIn = ({ changes }: RecordModel) => changes.findLast((name) => name !== null) ?? FIRST_NAME;

function recordAfter(now: RecordModel, command: RecordCommand): RecordModel | null {
  const { shown, before, changes } = now;
  const isOn = shown === "published" || shown === "disputed";
  const named = (name: string) =>
    isOn && nameIn(now) !== name ? { ...now, changes: [...changes, name] } : null;
  switch (command) {
    case "rename-a":
    case "rename-b":
      return named(NAMES[command]);
    case "revert":
      // To before the first change: it says again what it said when it came.
      return named(FIRST_NAME);
    case "withhold":
      return isOn ? { ...now, shown: "withheld", before: shown } : null;
    case "restore":
      return shown === "withheld" ? { ...now, shown: before } : null;
    case "dispute":
      return isOn ? { ...now, shown: "disputed" } : null;
    case "settle":
      return shown === "disputed" ? { ...now, shown: "published" } : null;
    case "merge":
      return isOn ? { shown: "merged", before: shown, changes: [...changes, null] } : null;
    case "undo": {
      const last = changes.at(-1);
      if (last === undefined) return null;
      const rest = changes.slice(0, -1);
      return last === null ? { shown: before, before, changes: rest } : { ...now, changes: rest };
    }
  }
}

test.each(ROUNDS)(
  "an entry, whatever is done to it in whatever order (%i)",
  { timeout: 120_000 },
  async () => {
    const commands = fc.array(fc.constantFrom(...RECORD_COMMANDS), { minLength: 4, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(commands, async (run) => {
        await rehearse(db, async (inner) => {
          const { world, actor } = await beginChanges(inner);
          const { place: id } = world.ids;
          const [other] = await inner.select().from(places).where(eq(places.slug, "yak-house"));
          const began = new Date();
          const made: string[] = [];
          let model: RecordModel = { shown: "published", before: "published", changes: [] };
          for (const [step, command] of run.entries()) {
            const rowNow = async () => (await inner.select().from(places).where(eq(places.id, id)))[0];
            const next = recordAfter(model, command);
            const work = doToRecord(inner, actor, command, {
              id,
              other: other?.id ?? "",
              began,
              made,
              version: (await rowNow())?.version ?? 0,
            });
            const refused = await refusal(work);
            expect(refused === undefined, `${step}: ${command} of ${model.shown} (${refused})`).toBe(
              next !== null,
            );
            model = next ?? model;
            const row = await rowNow();
            expect([row?.visibility, row?.name], `${step}: ${command}`).toEqual([model.shown, nameIn(model)]);
          }
          expect((await rebuildRecords(inner, systemActor("test"))).changed).toEqual([]);
          await replayRecord(inner, id, model);
        });
      }),
      { numRuns: LIVES },
    );
  },
);

type About = { id: string; other: string; began: Date; made: string[]; version: number };

async function doToRecord(
  inner: Db,
  actor: CampaignerActor,
  command: RecordCommand,
  { id, other, began, made, version }: About,
): Promise<void> {
  const entry = { type: "place", ref: id, reason: REASON, version };
  const save = async (proposal: DirectChange) => {
    const { batchId } = await saveChange(inner, actor, {
      proposal,
      reportId: null,
      decidedOn: "2026-11-29",
      reason: REASON,
    });
    made.push(batchId);
  };
  switch (command) {
    case "rename-a":
    case "rename-b":
      return save({
        ...SENT,
        kind: "correction",
        recordType: "place",
        recordId: id,
        field: "name",
        proposed: NAMES[command],
      });
    case "merge":
      return save({ kind: "merge", v: 1, recordType: "place", recordId: id, otherId: other });
    case "revert": {
      const asked = { type: "place", id, to: began, version, reason: REASON };
      made.push((await revertRecord(inner, actor, asked)).batchId);
      return;
    }
    case "withhold":
      return void (await withholdRecord(inner, actor, entry));
    case "restore":
      return void (await restoreRecord(inner, actor, entry));
    case "dispute":
      return markDisputed(inner, actor, { ...entry, field: "", says: "They say that it has another name." });
    case "settle":
      return settleDispute(inner, actor, entry);
    case "undo": {
      const batchId = made.at(-1) ?? "";
      const [batch] = batchId
        ? await inner
            .select()
            .from(batches)
            .where(and(eq(batches.id, batchId)))
        : [];
      await undoChange(inner, actor, { batchId, version: batch?.version ?? 1, reason: REASON });
      made.pop();
    }
  }
}

/** How the audit alone says that it is shown: what was withheld comes back as what it was before, what was split too. */
const AUDITED: Partial<Record<AuditAction, (shown: string[]) => string[]>> = {
  "record.withheld": (shown) => [...shown, "withheld"],
  "record.restored": (shown) => shown.slice(0, -1),
  "record.disputed": (shown) => [...shown.slice(0, -1), "disputed"],
  "record.dispute-settled": (shown) => [...shown.slice(0, -1), "published"],
  "record.merged": (shown) => [...shown, "merged"],
  "record.change-undone": (shown) => (shown.at(-1) === "merged" ? shown.slice(0, -1) : shown),
};

async function replayRecord(inner: Db, id: string, { shown }: RecordModel): Promise<void> {
  let told = ["published"];
  for (const { action } of await auditOf(inner, id)) told = AUDITED[action]?.(told) ?? told;
  expect(told.at(-1)).toBe(shown);
  expect(await findAuditBreak(inner)).toBeNull();
}
