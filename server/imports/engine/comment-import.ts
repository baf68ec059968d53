import { type Db, inTransaction } from "@/db/client";
import { saveImportComment } from "@/db/queries/import-comments";
import type { CampaignerActor } from "@/domain/actor";
import { organisationCommentSchema } from "@/domain/complaints/organisation-comment";
import { InvalidInputError } from "@/domain/errors";
import { audit } from "@/server/audit";
import { moveImport, type SeenImport } from "@/server/imports/engine/find-import";
import { findMovable } from "@/server/imports/engine/find-movable";
import { loadOrganisation } from "@/server/imports/engine/load-organisations";

/**
 * Keeps what an organisation wrote about its rows of an import that waits, to be printed beside them once they are published; a later one
 * takes its place. Whoever has the import open to approve it has to look again, because it is a part of what is published.
 * @throws NotAllowedError ("names-nobody" where the import waits for nobody); NotFoundError where it does not name this organisation;
 * InvalidInputError by field; ConflictError where the import has changed.
 */
export async function commentImport(
  db: Db,
  actor: CampaignerActor,
  {
    providerId,
    batchId,
    version,
    ...typed
  }: SeenImport & Record<"providerId" | "comment" | "document" | "date" | "url" | "verified", string>,
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const batch = await findMovable(transaction, actor, "comment", { batchId, version });
    const { organisation } = await loadOrganisation(transaction, actor, batchId, providerId);
    const parsed = organisationCommentSchema.safeParse(typed);
    if (!parsed.success)
      throw new InvalidInputError(
        Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message])),
      );
    const { comment, document, date: writtenOn, url, verified } = parsed.data;
    const { name } = organisation;
    const said = { organisation: name, comment, document, writtenOn, url, recordedBy: actor.id };
    await saveImportComment(transaction, { batchId, providerId, ...said });
    await moveImport(transaction, batch, {});
    const subject = { type: "batch", id: batchId };
    await audit(transaction, actor, "batch.commented", subject, {
      organisation: name,
      verified,
    });
  });
}
