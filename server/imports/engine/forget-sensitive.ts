import type { Db } from "@/db/client";
import { listRows } from "@/db/queries/imports";
import type { ItemShape } from "@/domain/imports/stored-item";
import { readRows, writeRows } from "@/server/imports/engine/stored-rows";

/**
 * Takes names and addresses out of the rows of an import that is over whose words speak of care shown by area only, where nobody
 * said that it is none: nothing was published of them, and they are not kept.
 */
export async function forgetSensitive<T>(
  db: Db,
  batchId: string,
  shape: ItemShape<T>,
  without: (item: T) => T,
): Promise<void> {
  const held = readRows(shape, await listRows(db, batchId)).filter(({ problems }) =>
    problems.some(({ code }) => code === "could-be-sensitive"),
  );
  await writeRows(
    db,
    shape,
    held.map((row) => ({ ...row, item: without(row.item), plan: null })),
  );
}
