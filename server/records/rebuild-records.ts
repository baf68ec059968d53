import { type Db, inTransaction } from "@/db/client";
import { findClaimedRecordIds, findClaimsByRecord } from "@/db/queries/claims";
import type { ProjectedType } from "@/db/queries/projections";
import { publish } from "@/db/queries/publications";
import type { Actor } from "@/domain/actor";
import { audit } from "@/server/audit";
import { projectRecords } from "@/server/records/project-record";
import { loadProjectionRules, PROJECTION_ORDER } from "@/server/records/projection-rules";

export type Rebuilt = { records: number; changed: { type: ProjectedType; id: string }[] };

/**
 * Makes every record say again what its claims in force say: after a change of the rules, or to prove that nothing was
 * written past them. A record that says so already is left alone, version and all; when none differs nothing is written.
 * @param reason why, for readers of the pages of those that differ
 */
export async function rebuildRecords(
  db: Db,
  actor: Actor,
  reason = "rebuilt from its claims",
): Promise<Rebuilt> {
  return inTransaction(db, async (transaction) => {
    const rebuilt: Rebuilt = { records: 0, changed: [] };
    const rules = await loadProjectionRules(transaction);
    for (const type of PROJECTION_ORDER) {
      const claims = await findClaimsByRecord(
        transaction,
        type,
        await findClaimedRecordIds(transaction, type),
      );
      const change = { changedBy: actor.id, reason, rules };
      const changed = await projectRecords(transaction, type, claims, change);
      rebuilt.records += claims.size;
      rebuilt.changed.push(...changed.map((id) => ({ type, id })));
    }
    if (rebuilt.changed.length > 0) {
      await audit(
        transaction,
        actor,
        "record.changed",
        { type: "records", id: "all" },
        { reason, ...rebuilt },
      );
      await publish(transaction, actor.id, reason);
    }
    return rebuilt;
  });
}
