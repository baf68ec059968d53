import { type Db, inTransaction } from "@/db/client";
import { findSetting, saveSetting } from "@/db/queries/settings";
import { systemActor } from "@/domain/actor";
import { PROJECTION_EDITION } from "@/domain/claims/projection";
import { type Rebuilt, rebuildRecords } from "@/server/records/rebuild-records";

const SETTING = "records.projection-edition";
const REASON = "our rules for what an entry says changed, so it was written anew from its facts";

/**
 * Writes all records anew from their claims where the rules that wrote them are not those of this version
 * (`PROJECTION_EDITION`): a rule that changes must not hold for new records alone. Safe to call at every start; it does so
 * once, in one transaction. Needs a connection whose deadline allows half a minute.
 * @returns undefined where the rules are the same.
 */
export async function rebuildAfterChange(db: Db): Promise<Rebuilt | undefined> {
  return inTransaction(db, async (transaction) => {
    if ((await findSetting(transaction, SETTING)) === PROJECTION_EDITION) return undefined;
    const rebuilt = await rebuildRecords(transaction, systemActor("new-rules"), REASON);
    await saveSetting(transaction, SETTING, PROJECTION_EDITION);
    return rebuilt;
  });
}
