import { type Db, inTransaction } from "@/db/client";
import { findClaimedRecordIds, findClaimsOf } from "@/db/queries/claims";
import type { ProjectedType } from "@/db/queries/projections";
import { publish } from "@/db/queries/publications";
import type { Actor } from "@/domain/actor";
import { audit } from "@/server/audit";
import { projectRecord } from "@/server/records/project-record";

/** A service refers to its place and provider, a contract to its holder, so those come first. */
const ORDER: readonly ProjectedType[] = ["provider", "commissioner", "place", "contract", "service"];
const REASON = "rebuilt from its claims";

export type Rebuilt = { records: number; changed: { type: ProjectedType; id: string }[] };

/**
 * Makes every record say again what its claims in force say: after a change of the rules, or to prove that nothing was
 * written past them. A record that says so already is left alone, version and all; when none differs nothing is written.
 */
export async function rebuildRecords(db: Db, actor: Actor): Promise<Rebuilt> {
  return inTransaction(db, async (transaction) => {
    const rebuilt: Rebuilt = { records: 0, changed: [] };
    for (const type of ORDER) {
      for (const id of await findClaimedRecordIds(transaction, type)) {
        const claims = await findClaimsOf(transaction, type, [id]);
        const change = { changedBy: actor.id, reason: REASON };
        rebuilt.records += 1;
        if (await projectRecord(transaction, type, id, claims, change)) rebuilt.changed.push({ type, id });
      }
    }
    if (rebuilt.changed.length > 0) {
      await audit(
        transaction,
        actor,
        "record.changed",
        { type: "records", id: "all" },
        { reason: REASON, ...rebuilt },
      );
      await publish(transaction, actor.id, REASON);
    }
    return rebuilt;
  });
}
