import { type Db, inTransaction } from "@/db/client";
import { findRow } from "@/db/queries/imports";
import type { CampaignerActor } from "@/domain/actor";
import { NotAllowedError, NotFoundError } from "@/domain/errors";
import { isLeftOut } from "@/domain/imports/outcome";
import { audit } from "@/server/audit";
import { formatOf } from "@/server/imports/engine/find-format";
import { moveImport, type SeenImport } from "@/server/imports/engine/find-import";
import { findMovable } from "@/server/imports/engine/find-movable";
import { holdBy } from "@/server/imports/engine/hold-import";
import { previewAgain } from "@/server/imports/engine/preview-import";
import { readRows, writeRows } from "@/server/imports/engine/stored-rows";

/**
 * Leaves one row out of what its approver is about to approve, or puts it back, and previews the import again: what a row
 * would have made is not there for those behind it. What its importer left out stays out.
 * @throws NotFoundError; NotAllowedError ("wrong-state") where there is nothing to put back.
 */
export async function discardRow(
  db: Db,
  actor: CampaignerActor,
  { number, isBack, ...seen }: SeenImport & { number: number; isBack: boolean },
  now: Date = new Date(),
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const batch = await findMovable(transaction, actor, "discard", seen, now);
    const { shape } = formatOf(batch);
    const stored = Number.isSafeInteger(number) ? await findRow(transaction, batch.id, number) : undefined;
    const [row] = stored ? readRows(shape, [stored]) : [];
    if (!row) throw new NotFoundError("row of the import");
    if (isBack ? row.decision !== "dropped" : isLeftOut(row.decision))
      throw new NotAllowedError("wrong-state");
    await writeRows(transaction, shape, [{ ...row, decision: isBack ? null : "dropped" }]);
    const counts = await previewAgain(transaction, batch);
    // Whoever drops a row is at work on it: it is theirs, as if they had taken it.
    await moveImport(transaction, batch, { counts, ...(await holdBy(transaction, actor, now)) });
    const subject = { type: "batch", id: batch.id };
    const done = isBack ? "batch.row-put-back" : "batch.row-dropped";
    await audit(transaction, actor, done, subject, { number });
  });
}
