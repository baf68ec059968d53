import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { type ImportRowStored, listRows, markApplied } from "@/db/queries/imports";
import { countPublications } from "@/db/queries/publications";
import { lockPublishing } from "@/db/queries/report-records";
import type { CampaignerActor } from "@/domain/actor";
import { ukToday } from "@/domain/dates/partial-date";
import { problemOfSourceDate } from "@/domain/dates/plausible";
import { ConflictError, InvalidInputError } from "@/domain/errors";
import { APPROVAL_RULES, approvalOf, sampleOf, sampleSeed, selectRows } from "@/domain/imports/selection";
import { saysTheSame } from "@/domain/same";
import { audit } from "@/server/audit";
import { formatOf } from "@/server/imports/engine/find-format";
import { type ImportBatch, moveImport, type SeenImport } from "@/server/imports/engine/find-import";
import { findMovable } from "@/server/imports/engine/find-movable";
import type { ImportDrafts, PlannedItem, Progress } from "@/server/imports/engine/import-format";
import { previewAgain } from "@/server/imports/engine/preview-import";
import { readRows } from "@/server/imports/engine/stored-rows";
import { noteRunners } from "@/server/records/note-runners";
import { saveRecords } from "@/server/records/save-records";
import { withoutErased } from "@/server/records/without-erased";

export type ApproveInput = SeenImport & {
  rule: string;
  /** For "sample": the numbers of the rows that were looked at. */
  looked?: readonly number[];
  /** That rows with something to look at are meant too; without it they are taken by no rule. */
  warned?: boolean;
};

/**
 * Approves an import and applies it, in one transaction: everything or nothing. What is applied is what was previewed:
 * when the records have changed since so that a row would do something else, nothing is written, the preview is made
 * anew and its approver looks again.
 * @throws NotAllowedError ("own-import" among others), InvalidInputError, ConflictError ("batch.preview-changed")
 */
export async function approveImport(
  db: Db,
  actor: CampaignerActor,
  { rule: typedRule, looked = [], warned = false, ...seen }: ApproveInput,
  progress: Progress = () => undefined,
  now: Date = new Date(),
): Promise<{ applied: number; leftOut: number }> {
  const done = await inTransaction(db, async (transaction) => {
    const batch = await findMovable(transaction, actor, "approve", seen, now);
    // Staged before the rule was made, or changed since: a list of a day to come is no source.
    if (problemOfSourceDate(batch.source.publishedOn, ukToday()))
      throw new InvalidInputError({ rule: "source-date-wrong" });
    const rule = z.enum(APPROVAL_RULES).safeParse(typedRule);
    if (!rule.success) throw new InvalidInputError({ rule: "rule-needed" });
    const stored = await listRows(transaction, batch.id);
    const sample = rule.data === "sample" ? sampleOf(stored, sampleSeed(batch)) : [];
    if (sample.some((number) => !looked.includes(number)))
      throw new InvalidInputError({ looked: "sample-not-looked-at" });
    const rows = selectRows(stored, rule.data);
    if (rows.length === 0) throw new InvalidInputError({ rule: "nothing-to-do" });
    if (!warned && rows.some(({ warnings }) => warnings.length > 0))
      throw new InvalidInputError({ warned: "warned-not-looked-at" });
    const selected = new Set(rows.map(({ number }) => number));

    const drafts = await draftsUnderLock(transaction, () =>
      planAsPreviewed(transaction, actor, batch, stored, selected, progress),
    );
    if (!drafts) return null;
    const approval = {
      state: "approved",
      approvedBy: actor.id,
      approvedAt: new Date(),
      rule: approvalOf(rule.data, sample),
      heldBy: null,
      holdExpiresAt: null,
    } as const;
    await moveImport(transaction, batch, approval);
    const subject = { type: "batch", id: batch.id };
    const leftOut = stored.length - selected.size;
    await apply(transaction, actor, batch, drafts, progress);
    await formatOf(batch).forget(transaction, batch);
    // Last, because it holds the chain that every other write waits for.
    await audit(transaction, actor, "batch.approved", subject, {
      rule: approval.rule,
      applied: selected.size,
      leftOut,
    });
    return { applied: selected.size, leftOut };
  });
  if (!done) throw new ConflictError("batch.preview-changed");
  return done;
}

/** What a plan that stands makes of the records. It stores sources, so it is asked for under the lock only. */
type ToDrafts = () => Promise<ImportDrafts>;

/**
 * Plans before it asks for the lock that every publication waits for, and again only if something was published
 * meanwhile: nobody has to wait for the planning of thousands of rows.
 * @returns null when the preview does not hold any more.
 */
async function draftsUnderLock(db: Db, plan: () => Promise<ToDrafts | null>): Promise<ImportDrafts | null> {
  const before = await countPublications(db);
  const planned = await plan();
  if (!planned) return null;
  await lockPublishing(db);
  if ((await countPublications(db)) === before) return planned();
  const again = await plan();
  return again === null ? null : again();
}

/** Whether rows would still do what the preview said. @param wanted how many of them there have to be. */
function isAsPreviewed(
  planned: readonly PlannedItem[],
  stored: readonly ImportRowStored[],
  wanted: number,
): boolean {
  const before = new Map(stored.map((row) => [row.number, row]));
  return (
    planned.length === wanted &&
    planned.every(({ number, outcome, plan }) => {
      const was = before.get(number ?? 0);
      return was?.outcome === outcome && saysTheSame(was.plan, plan);
    })
  );
}

/**
 * How the selected rows become drafts, if they would still do what the preview said: the records may have moved on since, by a
 * correction, a report or another import.
 * @returns null when it is not; the preview is then made anew.
 * @throws ConflictError ("batch.edition-older") when something newer was approved since and nobody said why this one is
 * right all the same.
 */
async function planAsPreviewed(
  db: Db,
  actor: CampaignerActor,
  batch: ImportBatch,
  stored: readonly ImportRowStored[],
  selected: ReadonlySet<number>,
  progress: Progress,
): Promise<ToDrafts | null> {
  const format = formatOf(batch);
  const isMeant = batch.override?.doubts.includes("edition-older") === true;
  if (!isMeant && (await format.isOvertaken(db, batch))) throw new ConflictError("batch.edition-older");
  const isAll = format.standsBy === "all";
  const planned: PlannedItem[] = [];
  let count = 0;
  for await (const slice of format.plan(db, batch, inSlices(readRows(format.shape, stored)))) {
    planned.push(...slice.filter(({ number }) => isAll || selected.has(number ?? 0)));
    count += slice.length;
    progress("planned", count, stored.length);
  }
  if (!isAsPreviewed(planned, stored, isAll ? stored.length : selected.size)) {
    await moveImport(db, batch, { counts: await previewAgain(db, batch) });
    await audit(db, actor, "batch.previewed", { type: "batch", id: batch.id });
    return null;
  }
  return () => format.drafts(db, batch, planned, selected);
}

/** Rows in slices, for what is in memory anyway. */
function* inSlices<T>(rows: readonly T[], size = 500): Generator<T[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}

async function apply(
  db: Db,
  actor: CampaignerActor,
  batch: ImportBatch,
  made: ImportDrafts,
  progress: Progress,
): Promise<void> {
  const drafts = await withoutErased(db, made.drafts);
  const kept = new Set(drafts.map(({ recordId }) => recordId));
  const gone = new Set(made.drafts.flatMap(({ recordId }) => (kept.has(recordId) ? [] : [recordId])));
  const idsByRow = new Map(
    [...made.idsByRow].map(([row, ids]) => [row, ids.filter((id) => !gone.has(id))] as const),
  );
  progress("writing", idsByRow.size);
  const context = {
    // Readers see it: what the import is called among us is not theirs.
    reason: `Import: ${batch.source.title}`,
    action: "record.published" as const,
    subject: { type: "batch", id: batch.id },
    batchId: batch.id,
  };
  // A payments file changes a list among ourselves, and no public record.
  if (drafts.length > 0) {
    await saveRecords(db, actor, drafts, context);
    await noteRunners(db, actor, drafts, context);
  }
  await markApplied(db, batch.id, idsByRow);
  progress("written", idsByRow.size);
}
