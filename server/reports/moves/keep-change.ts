import { type Db, inTransaction } from "@/db/client";
import type { AnyActor } from "@/domain/actor";
import { InvalidInputError, NotAllowedError } from "@/domain/errors";
import { aboutOf, pickChangeForm } from "@/domain/reports/change-form";
import { isUuid } from "@/domain/uuid";
import { findKeptChange, keeperOf, keepPendingDraft } from "@/server/reports/moves/keep-pending-draft";
import { findMadeOf, type MadeReport } from "@/server/reports/moves/keep-step";

/**
 * Keeps what was written of an entry that is there, complete or not, signed in or not, under the id that its page was given: whoever was
 * signed out meanwhile finds it once they have signed in again. What is kept under the id and is of another entry or question stays.
 * @returns the report that was sent under this id before; else null.
 * @throws InvalidInputError where the form is about no entry; NotAllowedError ("draft-gone") where the id is none.
 */
export async function keepChange(
  db: Db,
  actor: AnyActor,
  { draftId: id, form: sent }: { draftId: unknown; form: Readonly<Record<string, unknown>> },
  now: Date = new Date(),
): Promise<MadeReport | null> {
  if (!isUuid(id)) throw new NotAllowedError("draft-gone");
  if (!aboutOf(sent)) throw new InvalidInputError({ note: "entry-gone" });
  const made = await findMadeOf(db, actor, id);
  if (made) return made;
  const form = pickChangeForm(sent);
  await inTransaction(db, async (tx) => {
    const kept = await findKeptChange(tx, id, now);
    if (kept && isOther(kept, form)) return;
    await keepPendingDraft(tx, { id, form, forWhom: await keeperOf(tx, actor) }, now);
  });
  return null;
}

const ABOUT = ["aboutType", "aboutId", "question", "field"] as const;

function isOther(kept: Readonly<Record<string, string>>, form: Readonly<Record<string, string>>): boolean {
  return ABOUT.some((name) => (kept[name] ?? "") !== (form[name] ?? ""));
}
