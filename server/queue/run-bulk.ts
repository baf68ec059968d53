import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import {
  type BulkItem,
  type BulkRun,
  endBulkPhase,
  findBulkRun,
  insertBulkItems,
  insertBulkRun,
  listBulkItems,
  lockNextItem,
  moveBulkRun,
  updateBulkItem,
} from "@/db/queries/bulk";
import type { AnyActor, CampaignerActor } from "@/domain/actor";
import { InvalidInputError, NotAllowedError, NotFoundError } from "@/domain/errors";
import { parseInput } from "@/domain/forms/parse-input";
import { BULK_STEPS, type BulkStep, bulkSchema, countItems, isBulkStep } from "@/domain/reports/bulk";
import { reasonSchema } from "@/domain/reports/field-decision";
import { readView } from "@/domain/reports/queue-view";
import { isUuid } from "@/domain/uuid";
import { audit } from "@/server/audit";
import { assertPractised } from "@/server/campaigners/finish-practice";
import { warmReference } from "@/server/look-up/warm-reference";
import { decideItem, whyNot } from "@/server/queue/decide-in-bulk";
import { rehearse } from "@/server/records/rehearse";
import { takeBackDecision } from "@/server/reports/moves/take-back-decision";
import { assertModerating } from "@/server/reports/pages/load-queue";

/**
 * Puts several reports together that a moderator means to decide with one verdict and one reason. Nothing is decided: what would happen to
 * each is found out by `workThrough`.
 * @param input.chosen each as "<id of the report>:<version that was shown>".
 * @returns the id; of a form that is sent twice, that of the first.
 * @throws NotAllowedError; InvalidInputError on `chosen`, `decision` and `reason`.
 */
export async function beginBulk(
  db: Db,
  actor: AnyActor,
  input: {
    chosen: readonly unknown[];
    decision: unknown;
    reason: unknown;
    view: string;
    submissionKey: string;
  },
): Promise<string> {
  assertModerating(actor);
  await assertPractised(db, actor);
  // "chosen.0" is no field of the form.
  if (input.chosen.length === 0) throw new InvalidInputError({ chosen: "choose-reports" });
  const { chosen, decision, reason } = parseInput(bulkSchema, input);
  if (!isUuid(input.submissionKey)) throw new InvalidInputError({ chosen: "choose-reports" });
  const once = [...new Map(chosen.map((seen) => [seen.reportId, seen])).values()];
  return inTransaction(db, async (tx) => {
    const run = {
      moderatorId: actor.id,
      verdict: decision,
      reason,
      view: readView(input.view),
      submissionKey: input.submissionKey,
    };
    const { id, isNew } = await insertBulkRun(tx, run);
    if (isNew)
      await insertBulkItems(
        tx,
        once.map((seen, index) => ({ runId: id, position: index + 1, ...seen })),
      );
    return id;
  });
}

/**
 * Begins to decide what can be decided. Pressed twice it begins once.
 * @throws NotAllowedError for whoever did not put them together; NotFoundError.
 */
export async function beginDeciding(db: Db, actor: AnyActor, id: string): Promise<void> {
  assertModerating(actor);
  const run = await findRun(db, id);
  if (run.moderatorId !== actor.id) throw new NotAllowedError("not-holder");
  await inTransaction(db, async (tx) => {
    const begun = { phase: "deciding", decidedAt: new Date() } as const;
    if (!(await moveBulkRun(tx, id, "previewed", begun))) return;
    const items = await listBulkItems(tx, id);
    const reports = items.flatMap(({ item }) => (item.state === "ready" ? [item.reportId] : []));
    const { verdict, reason } = run;
    await audit(tx, actor, "bulk.begun", { type: "bulk", id }, { verdict, reason, reports });
  });
}

/**
 * Begins to take back all that was decided and still can be. Any moderator may, as of a single change. Pressed twice it begins once.
 * @throws NotAllowedError; NotFoundError; InvalidInputError on `reason`.
 */
export async function beginTakingBack(
  db: Db,
  actor: AnyActor,
  input: { id: string; reason: string },
): Promise<void> {
  assertModerating(actor);
  await assertPractised(db, actor);
  const { reason } = parseInput(z.object({ reason: reasonSchema }), input);
  const run = await findRun(db, input.id);
  const changes = { takenBackBy: actor.id, takenBackAt: new Date(), takenBackBecause: reason };
  await moveBulkRun(db, run.id, "decided", { phase: "taking-back", ...changes });
}

/**
 * Works through what is left to do, item by item, each in a transaction of its own: what was done stays done whatever comes behind it. Two
 * who do so at once share the items. Whoever began it need not be there: it goes on where it stopped.
 * @throws NotFoundError; NotAllowedError; a fault, or a database that is busy: then the items that are left wait for the next call.
 */
export async function workThrough(
  db: Db,
  actor: AnyActor,
  id: string,
  now: Date = new Date(),
): Promise<BulkRun> {
  assertModerating(actor);
  const run = await findRun(db, id);
  if (!isBulkStep(run.phase)) return run;
  // Taking back is in the name of whoever asked for it, deciding in that of whoever put them together.
  const by = run.phase === "taking-back" ? run.takenBackBy : run.moderatorId;
  if (by !== actor.id) throw new NotAllowedError("not-holder");
  await warmReference(); // unpacking takes longer than a transaction may
  const { phase } = run;
  while (await doNext(db, actor, run, phase, now));
  const { from: left, next } = BULK_STEPS[phase];
  await inTransaction(db, async (tx) => {
    if (!(await endBulkPhase(tx, id, { phase, left, next })) || next === "previewed") return;
    const counts = countItems((await listBulkItems(tx, id)).map(({ item }) => item.state));
    const reason = next === "taken-back" ? run.takenBackBecause : run.reason;
    await audit(tx, actor, `bulk.${next}`, { type: "bulk", id }, { counts, reason });
  });
  return findRun(db, id);
}

/** @returns false when no item is left that nobody else works at. */
async function doNext(
  db: Db,
  actor: CampaignerActor,
  run: BulkRun,
  phase: BulkStep,
  now: Date,
): Promise<boolean> {
  const { from, done, not } = BULK_STEPS[phase];
  return inTransaction(db, async (tx) => {
    const item = await lockNextItem(tx, run.id, from, { last: phase === "taking-back" });
    if (!item) return false;
    const version = await inTransaction(tx, (inner) => doItem(inner, actor, run, item, phase, now)).catch(
      (error: unknown) => whyNot(error),
    );
    const changes =
      typeof version === "number"
        ? { state: done, because: null, version }
        : { state: not, because: version };
    await updateBulkItem(tx, item, changes);
    return true;
  });
}

/** @returns the version of the report behind it: after a rehearsal the one it has. */
async function doItem(
  db: Db,
  actor: CampaignerActor,
  run: BulkRun,
  item: BulkItem,
  phase: BulkStep,
  now: Date,
): Promise<number> {
  if (phase === "deciding") return decideItem(db, actor, run, item, now);
  if (phase === "previewing") {
    await rehearse(db, (inner) => decideItem(inner, actor, run, item, now));
    return item.version;
  }
  const { reportId, version } = item;
  const reason = run.takenBackBecause ?? run.reason;
  return (await takeBackDecision(db, actor, { reportId, version, reason }, now)).version;
}

async function findRun(db: Db, id: string): Promise<BulkRun> {
  const run = isUuid(id) ? await findBulkRun(db, id) : undefined;
  if (!run) throw new NotFoundError("bulk run");
  return run;
}
