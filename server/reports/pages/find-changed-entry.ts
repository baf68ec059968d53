import type { Db } from "@/db/client";
import { findPublicEntry, type PublicEntry } from "@/db/queries/public-entry";
import { aboutOf } from "@/domain/reports/change-form";
import { changePath } from "@/domain/reports/change-path";
import type { CorrectableType } from "@/domain/reports/change-proposals";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import { findKeptChange } from "@/server/reports/moves/keep-pending-draft";

/** The entry that a report about it begins at, by the name in its address; undefined when readers are not shown it. */
export async function findChangedEntry(
  db: Db,
  type: CorrectableType,
  slug: string,
): Promise<PublicEntry | undefined> {
  return findPublicEntry(db, type, slug);
}

/** The page of a report about an entry that is kept under this id; null where none is, or readers are not shown the entry. */
export async function findChangePath(db: Db, kept: string): Promise<string | null> {
  const form = await findKeptChange(db, kept);
  const asked = form && (await findEntryOfKept(db, form));
  return asked ? changePath(form, asked.slug, kept) : null;
}

/** The entry that a kept form is about; undefined where readers are not shown it, and for a form about none. */
export async function findEntryOfKept(db: Db, form: ReportFormValues): Promise<PublicEntry | undefined> {
  const asked = aboutOf(form);
  return asked && findPublicEntry(db, asked.about.type, asked.about.id);
}
