import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { type ImportRowStored, listRows, markApplied } from "@/db/queries/imports";
import { countPublications } from "@/db/queries/publications";
import { findSameSource, lockPublishing } from "@/db/queries/report-records";
import { insertSource } from "@/db/queries/sources";
import type { CampaignerActor } from "@/domain/actor";
import { ukToday } from "@/domain/dates/partial-date";
import { problemOfSourceDate } from "@/domain/dates/plausible";
import { ConflictError, InvalidInputError } from "@/domain/errors";
import { confirmedOnOf } from "@/domain/imports/batch";
import { APPROVAL_RULES, approvalOf, sampleOf, sampleSeed, selectRows } from "@/domain/imports/selection";
import { saysTheSame } from "@/domain/records/same";
import { audit } from "@/server/audit";
import {
  findMovable,
  type ImportBatch,
  moveImport,
  type SeenImport,
} from "@/server/imports/engine/find-import";
import { isExtract, planExtractAsPreviewed } from "@/server/imports/extracts/extract-approval";
import { draftsOf, type ImportDrafts } from "@/server/imports/lists/import-drafts";
import { forgetPlaces } from "@/server/imports/lists/keep-no-place";
import { inSlices, planSlices, replan, storedDateOrder } from "@/server/imports/lists/plan-batch";
import type { Planned } from "@/server/imports/lists/plan-rows";
import type { Progress } from "@/server/imports/lists/stage-import";
import { isPayments, planPaymentsAsPreviewed } from "@/server/imports/payments/payments-approval";
import { isRegister, planRegisterAsPreviewed } from "@/server/imports/registers/register-approval";
import { findAreaOnlyRule } from "@/server/records/area-only";
import { saveRecords } from "@/server/records/save-records";

export type ApproveInput = SeenImport & {
  rule: string;
  /** For "sample": the numbers of the rows that were looked at. */
  looked?: readonly number[];
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
  { rule: typedRule, looked = [], ...seen }: ApproveInput,
  progress: Progress = () => undefined,
): Promise<{ applied: number; leftOut: number }> {
  const done = await inTransaction(db, async (transaction) => {
    const batch = await findMovable(transaction, actor, "approve", seen);
    // Staged before the rule was made, or changed since: a list of a day to come is no source.
    if (problemOfSourceDate(batch.source.publishedOn, ukToday()))
      throw new InvalidInputError({ rule: "source-date-wrong" });
    const rule = z.enum(APPROVAL_RULES).safeParse(typedRule);
    if (!rule.success) throw new InvalidInputError({ rule: "rule-needed" });
    const stored = await listRows(transaction, batch.id);
    const sample = rule.data === "sample" ? sampleOf(stored, sampleSeed(batch)) : [];
    if (sample.some((number) => !looked.includes(number)))
      throw new InvalidInputError({ looked: "sample-not-looked-at" });
    const selected = new Set(selectRows(stored, rule.data).map(({ number }) => number));
    if (selected.size === 0) throw new InvalidInputError({ rule: "nothing-to-do" });

    const drafts = await draftsUnderLock(transaction, () =>
      planAsPreviewed(transaction, batch, stored, selected, progress),
    );
    if (!drafts) return null;
    const approval = {
      state: "approved",
      approvedBy: actor.id,
      approvedAt: new Date(),
      rule: approvalOf(rule.data, sample),
    } as const;
    await moveImport(transaction, batch, approval);
    const subject = { type: "batch", id: batch.id };
    const leftOut = stored.length - selected.size;
    await apply(transaction, actor, batch, drafts, progress);
    await forgetPlaces(transaction, batch);
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

function isAsPreviewed(
  chosen: readonly Planned[],
  stored: readonly ImportRowStored[],
  wanted: number,
): boolean {
  const before = new Map(stored.map((row) => [row.number, row]));
  return (
    chosen.length === wanted &&
    chosen.every(({ number, outcome, plan }) => {
      const was = before.get(number);
      return was?.outcome === outcome && saysTheSame(was.plan, plan);
    })
  );
}

/**
 * How the selected rows become drafts, if they would still do what the preview said.
 * @returns null when it is not; the preview is then made anew.
 */
async function planAsPreviewed(
  db: Db,
  batch: ImportBatch,
  stored: readonly ImportRowStored[],
  selected: ReadonlySet<number>,
  progress: Progress,
): Promise<ToDrafts | null> {
  if (isRegister(batch)) return planRegisterAsPreviewed(db, batch, stored, selected);
  if (isExtract(batch)) return planExtractAsPreviewed(db, batch, stored, selected);
  if (isPayments(batch)) return planPaymentsAsPreviewed(db, batch, stored, selected);
  const { source } = batch;
  const chosen: Planned[] = [];
  let count = 0;
  const order = await storedDateOrder(db, batch);
  for await (const { planned } of planSlices(db, batch, inSlices(stored), order)) {
    chosen.push(...planned.filter(({ number }) => selected.has(number)));
    count += planned.length;
    progress("planned", count, stored.length);
  }
  if (!isAsPreviewed(chosen, stored, selected.size)) {
    await moveImport(db, batch, { counts: await replan(db, batch) });
    return null;
  }
  return async () => {
    const { url, ...given } = source;
    const document = { ...given, url: url || null };
    const sourceId = (await findSameSource(db, document)) ?? (await insertSource(db, document));
    const cited = { sourceId, confirmedOn: confirmedOnOf(source, ukToday()) };
    return draftsOf(db, chosen, cited, await findAreaOnlyRule(db));
  };
}

async function apply(
  db: Db,
  actor: CampaignerActor,
  batch: ImportBatch,
  { drafts, idsByRow }: ImportDrafts,
  progress: Progress,
): Promise<void> {
  progress("writing", idsByRow.size);
  const context = {
    // Readers see it: what the import is called among us is not theirs.
    reason: `Import: ${batch.source.title}`,
    action: "record.published" as const,
    subject: { type: "batch", id: batch.id },
    batchId: batch.id,
  };
  // A payments file changes a list among ourselves, and no public record.
  if (drafts.length > 0) await saveRecords(db, actor, drafts, context);
  await markApplied(db, batch.id, idsByRow);
  progress("written", idsByRow.size);
}
