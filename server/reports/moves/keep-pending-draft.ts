import { randomUUID } from "node:crypto";
import type { Db } from "@/db/client";
import { findCampaigner } from "@/db/queries/campaigners";
import { addToPendingDraft, deleteExpiredPendingDrafts, findPendingDraft } from "@/db/queries/reports-write";
import type { AnyActor } from "@/domain/actor";
import { RETENTION } from "@/domain/privacy/retention";
import { aboutOf, pickChangeForm } from "@/domain/reports/change-form";
import { pickReportForm, type ReportFormValues } from "@/domain/reports/new-service-form";
import { isUuid } from "@/domain/uuid";
import { pseudonym } from "@/server/auth/sign-in-secrets";

const DAYS = RETENTION.pendingDrafts.count;

/**
 * Keeps what somebody has written of a report that is not sent yet, beside what is kept under this id already. No cookie is set: the
 * id, which cannot be guessed, stands in the address of every page of the report, and in the one that signing in returns to, in
 * the link of the mail as well.
 * @returns all that is kept now.
 */
export async function keepPendingDraft(
  db: Db,
  {
    id = randomUUID(),
    form,
    forWhom = null,
  }: {
    id?: string;
    form: Readonly<Record<string, unknown>>;
    /** A pseudonym of the address of whoever is signed in. */
    forWhom?: string | null;
  },
  now: Date = new Date(),
): Promise<{ draftId: string; form: ReportFormValues }> {
  await deleteExpiredPendingDrafts(db, now);
  const expiresAt = new Date(now.getTime() + DAYS * 24 * 3600_000);
  const draft = await addToPendingDraft(db, { id, draft: pickKept(form), expiresAt, forWhom });
  return { draftId: id, form: draft };
}

/**
 * Whose a draft is, as a pseudonym of their address: so that they find it again, and that erasing an account and its copy of all we
 * hold find it. Null for a visitor.
 */
export async function keeperOf(db: Db, actor: AnyActor): Promise<string | null> {
  if (actor.kind !== "campaigner") return null;
  const email = (await findCampaigner(db, actor.id))?.email;
  return email ? pseudonym(email) : null;
}

/** The fields of the form, whichever of the two kinds it is. */
export function pickKept(form: Readonly<Record<string, unknown>>): ReportFormValues {
  return aboutOf(form) ? pickChangeForm(form) : pickReportForm(form);
}

/**
 * A report of a new service.
 * @returns undefined when there is none with this id, or nothing was added to it for seven days.
 */
export async function findKeptDraft(
  db: Db,
  id: string,
  now: Date = new Date(),
): Promise<ReportFormValues | undefined> {
  const kept = isUuid(id) ? await findPendingDraft(db, id, now) : undefined;
  return kept && !aboutOf(kept) ? kept : undefined;
}

/** The same of a report about an entry. */
export async function findKeptChange(
  db: Db,
  id: string,
  now: Date = new Date(),
): Promise<ReportFormValues | undefined> {
  const kept = isUuid(id) ? await findPendingDraft(db, id, now) : undefined;
  return kept && aboutOf(kept) ? kept : undefined;
}
