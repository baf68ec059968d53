import { type Db, inTransaction } from "@/db/client";
import { findRow } from "@/db/queries/imports";
import type { CampaignerActor } from "@/domain/actor";
import { NotAllowedError, NotFoundError } from "@/domain/errors";
import { decisionsOf } from "@/domain/imports/row-decisions";
import { audit } from "@/server/audit";
import { formatOf } from "@/server/imports/engine/find-format";
import { moveImport, type SeenImport } from "@/server/imports/engine/find-import";
import { findMovable } from "@/server/imports/engine/find-movable";
import { previewAgain } from "@/server/imports/engine/preview-import";
import { readRows, writeRows } from "@/server/imports/engine/stored-rows";

/**
 * Says what to do with a row of which nothing else can be said, and previews the import again.
 * @param decision one that the row asks for; anything else for none.
 * @throws NotAllowedError ("not-a-list" where the row has more to be asked); NotFoundError
 */
export async function decideRow(
  db: Db,
  actor: CampaignerActor,
  { number, decision: chosen, ...seen }: SeenImport & { number: number; decision: string },
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const batch = await findMovable(transaction, actor, "repair", seen);
    const { shape, show } = formatOf(batch);
    const stored = Number.isSafeInteger(number) ? await findRow(transaction, batch.id, number) : undefined;
    const [row] = stored ? readRows(shape, [stored]) : [];
    if (!row) throw new NotFoundError("row of the import");
    const [seenRow] = await show(transaction, batch, [row]);
    if (seenRow?.question?.kind !== "decision") throw new NotAllowedError("not-a-list");
    const decision = decisionsOf(row).find((known) => known === chosen) ?? null;
    await writeRows(transaction, shape, [{ ...row, decision }]);
    await moveImport(transaction, batch, { counts: await previewAgain(transaction, batch) });
    const subject = { type: "batch", id: batch.id };
    await audit(transaction, actor, "batch.row-repaired", subject, { number, decision });
  });
}
