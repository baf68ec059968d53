import { type Db, inTransaction } from "@/db/client";
import { findRow } from "@/db/queries/imports";
import type { CampaignerActor } from "@/domain/actor";
import { NotAllowedError, NotFoundError } from "@/domain/errors";
import type { TypedAnswer } from "@/domain/imports/code-answer";
import { ROW_DECISIONS } from "@/domain/imports/outcome";
import { audit } from "@/server/audit";
import { moveImport, type SeenImport } from "@/server/imports/engine/find-import";
import { findMovable } from "@/server/imports/engine/find-movable";
import { previewAgain } from "@/server/imports/engine/preview-import";
import { writeRows } from "@/server/imports/engine/stored-rows";
import { extractFormat } from "@/server/imports/extracts/extract-format";
import { extractShape } from "@/server/imports/extracts/filed-code";
import { isCodeAsked } from "@/server/imports/extracts/show-codes";

/**
 * Says who is behind a provider code of an extract that nobody had looked up, or leaves its row out, and previews the
 * extract again. What was typed stays with the row, right or wrong; a second person checks it with the approval, and later
 * extracts know it. Of a code that is known already nothing can be said here.
 * @param decision "skip", "new-provider", "not-sensitive", or anything else for none of them.
 */
export async function reviewCode(
  db: Db,
  actor: CampaignerActor,
  {
    number,
    typed,
    decision: chosen,
    ...seen
  }: SeenImport & { number: number; typed: TypedAnswer; decision: string },
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const batch = await findMovable(transaction, actor, "repair", seen);
    if (!extractFormat.recognise.includes(batch.format)) throw new NotAllowedError("not-a-list");
    const row = Number.isSafeInteger(number) ? await findRow(transaction, batch.id, number) : undefined;
    if (!row) throw new NotFoundError("row of the import");
    const item = extractShape.read(row.item);
    const answer = isCodeAsked({ ...row, item }) && Object.keys(typed).length > 0 ? typed : null;
    const decision = ROW_DECISIONS.find((known) => known === chosen) ?? null;
    await writeRows(transaction, extractShape, [{ ...row, item: { ...item, answer }, decision }]);
    await moveImport(transaction, batch, { counts: await previewAgain(transaction, batch) });
    const subject = { type: "batch", id: batch.id };
    await audit(transaction, actor, "batch.row-repaired", subject, { number, decision, answer });
  });
}
