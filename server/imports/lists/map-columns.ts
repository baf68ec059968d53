import { type Db, inTransaction } from "@/db/client";
import type { CampaignerActor } from "@/domain/actor";
import { InvalidInputError } from "@/domain/errors";
import { type ImportColumn, missingColumns, readMapping } from "@/domain/imports/columns";
import { audit } from "@/server/audit";
import { moveImport, type SeenImport } from "@/server/imports/engine/find-import";
import { findMovable } from "@/server/imports/engine/find-movable";
import { previewAgain } from "@/server/imports/engine/preview-import";

/**
 * Says which column of the file means what, and previews all rows anew.
 * @param columns for each of ours the index of the file's column as text; empty for one that it does not have.
 * @throws InvalidInputError by column: "required" or "column-twice".
 */
export async function mapColumns(
  db: Db,
  actor: CampaignerActor,
  { columns, ...seen }: SeenImport & { columns: Partial<Record<ImportColumn, string>> },
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const batch = await findMovable(transaction, actor, "map", seen);
    const { mapping, twice } = readMapping(columns, batch.header.length);
    const wrong = [
      ...missingColumns(mapping).map((column) => [column, "required"]),
      ...twice.map((column) => [column, "column-twice"]),
    ];
    if (wrong.length > 0) throw new InvalidInputError(Object.fromEntries(wrong));
    const counts = await previewAgain(transaction, { ...batch, mapping });
    await moveImport(transaction, batch, { mapping, counts });
    await audit(transaction, actor, "batch.mapped", { type: "batch", id: batch.id }, { mapping, counts });
  });
}
