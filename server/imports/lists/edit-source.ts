import { type Db, inTransaction } from "@/db/client";
import type { CampaignerActor } from "@/domain/actor";
import { InvalidInputError, NotAllowedError } from "@/domain/errors";
import { importSourceSchema } from "@/domain/imports/batch";
import { audit } from "@/server/audit";
import { moveImport, type SeenImport } from "@/server/imports/engine/find-import";
import { findMovable } from "@/server/imports/engine/find-movable";
import { previewAgain } from "@/server/imports/engine/preview-import";
import { isList } from "@/server/imports/lists/is-list";

/**
 * Says the source of a list anew, and previews all rows again: one whose title or link tells where care is that is shown
 * by area only. The file as it was sent, with the source that was given, is told by the import's hash.
 * @throws InvalidInputError by field of the form, as when the list was brought.
 */
export async function editSource(
  db: Db,
  actor: CampaignerActor,
  { title, publisher, url, ...seen }: SeenImport & { title: string; publisher: string; url: string },
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const batch = await findMovable(transaction, actor, "repair", seen);
    if (!isList(batch)) throw new NotAllowedError("not-a-list");
    const parsed = importSourceSchema.safeParse({ ...batch.source, title, publisher, url });
    if (!parsed.success) throw invalid(parsed.error.issues);
    const source = parsed.data;
    const counts = await previewAgain(transaction, { ...batch, source });
    await moveImport(transaction, batch, { source, counts });
    // The words themselves may tell a place: the audit says that they changed.
    const subject = { type: "batch", id: batch.id };
    await audit(transaction, actor, "batch.row-repaired", subject, { source: "changed", counts });
  });
}

function invalid(issues: readonly { path: readonly PropertyKey[]; message: string }[]): InvalidInputError {
  const fields: Record<string, string> = {};
  for (const { path, message } of issues) {
    const field = path[0] === "title" ? "documentTitle" : String(path[0]);
    fields[field] ??= /^[a-z-]+$/.test(message) ? message : "required";
  }
  return new InvalidInputError(fields);
}
