import type { Db } from "@/db/client";
import { findNamesOf } from "@/db/queries/batch-records";
import { listUnprintedComments, markCommentPrinted } from "@/db/queries/import-comments";
import type { NamedOrganisation } from "@/server/imports/cqc/named-organisations";
import { draftComment } from "@/server/records/draft-comment";
import type { RecordDraft } from "@/server/records/save-records";

/**
 * What the organisations wrote whose rows are published now, to be printed beside them. One that is only proposed has no page yet: its comment
 * waits until a moderator takes the proposal over.
 * @param drafts that make what is new.
 */
export async function commentDrafts(
  db: Db,
  batchId: string,
  {
    named,
    drafts,
  }: { named: readonly Pick<NamedOrganisation, "providerId" | "name">[]; drafts: readonly RecordDraft[] },
): Promise<RecordDraft[]> {
  const nameOf = new Map(named.map(({ providerId, name }) => [providerId, name]));
  const comments = await listUnprintedComments(db, batchId, [...nameOf.keys()]);
  const stored = await findNamesOf(
    db,
    comments.map(({ providerId: id }) => ({ type: "provider" as const, id })),
  );
  const made = new Set(drafts.flatMap(({ recordId, create }) => (create ? [recordId] : [])));
  const printed: RecordDraft[] = [];
  for (const comment of comments) {
    const id = comment.providerId;
    const name = stored.get(id)?.name ?? (made.has(id) ? nameOf.get(id) : undefined);
    if (name === undefined) continue;
    printed.push(await draftComment(db, { id, name }, comment));
    await markCommentPrinted(db, comment.id, new Date());
  }
  return printed;
}
