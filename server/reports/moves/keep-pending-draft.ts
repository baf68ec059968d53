import type { Db } from "@/db/client";
import { deleteExpiredPendingDrafts, findPendingDraft, insertPendingDraft } from "@/db/queries/reports-write";
import { RETENTION } from "@/domain/privacy/retention";
import { pickReportForm, type ReportFormValues } from "@/domain/reports/new-service-form";

const DAYS = RETENTION.pendingDrafts.count;

/**
 * Keeps what a visitor has written until they have signed in. No cookie is set: the id, which cannot be guessed, goes
 * into the address that signing in returns to, in the link of the mail as well.
 */
export async function keepPendingDraft(
  db: Db,
  input: { form: Readonly<Record<string, unknown>> },
  now: Date = new Date(),
): Promise<{ draftId: string }> {
  await deleteExpiredPendingDrafts(db, now);
  const expiresAt = new Date(now.getTime() + DAYS * 24 * 3600_000);
  return { draftId: await insertPendingDraft(db, { draft: pickReportForm(input.form), expiresAt }) };
}

/** @returns undefined when there is none with this id, or it is more than seven days old. */
export async function findKeptDraft(
  db: Db,
  id: string,
  now: Date = new Date(),
): Promise<ReportFormValues | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return undefined;
  return findPendingDraft(db, id, now);
}
