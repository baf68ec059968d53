import { type Db, inTransaction } from "@/db/client";
import { fillColumn } from "@/db/queries/imports";
import type { CampaignerActor } from "@/domain/actor";
import { InvalidInputError, NotAllowedError } from "@/domain/errors";
import type { ImportColumn } from "@/domain/imports/columns";
import { WHOLE_LIST_COLUMNS } from "@/domain/imports/whole-list";
import { oneLine } from "@/domain/language/plain-text";
import { audit } from "@/server/audit";
import { moveImport, type SeenImport } from "@/server/imports/engine/find-import";
import { findMovable } from "@/server/imports/engine/find-movable";
import { previewAgain } from "@/server/imports/engine/preview-import";
import { isList } from "@/server/imports/lists/is-list";
import { withColumnsOf } from "@/server/imports/lists/with-columns";

/**
 * Says once what holds for a whole list, such as its kind of care: in every row that says nothing there. What a row says itself
 * stays.
 * @throws InvalidInputError ("required") where nothing is said.
 */
export async function editAllRows(
  db: Db,
  actor: CampaignerActor,
  { values, ...seen }: SeenImport & { values: Partial<Record<ImportColumn, string>> },
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const found = await findMovable(transaction, actor, "repair", seen);
    if (!isList(found)) throw new NotAllowedError("not-a-list");
    const said: Partial<Record<ImportColumn, string>> = {};
    for (const column of WHOLE_LIST_COLUMNS) {
      const text = oneLine(values[column] ?? "")
        .trim()
        .slice(0, 300);
      if (text !== "") said[column] = text;
    }
    if (Object.keys(said).length === 0) throw new InvalidInputError({ category: "required" });
    const batch = await withColumnsOf(transaction, found, said);
    for (const column of WHOLE_LIST_COLUMNS) {
      const [at, text] = [batch.mapping[column], said[column]];
      if (at !== undefined && text !== undefined) await fillColumn(transaction, batch.id, at, text);
    }
    const counts = await previewAgain(transaction, batch);
    const { header, mapping } = batch;
    await moveImport(transaction, batch, { counts, header, mapping });
    const subject = { type: "batch", id: batch.id };
    await audit(transaction, actor, "batch.row-repaired", subject, { whole: said, counts });
  });
}
