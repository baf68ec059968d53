import { type Db, inTransaction } from "@/db/client";
import { findAdminsToWrite } from "@/db/queries/campaigners";
import { findSetting, saveSetting } from "@/db/queries/settings";
import { type ChainHead, type ChainState, headText } from "@/domain/audit/chain-state";
import { verifyAudit } from "@/server/audit";
import { log } from "@/server/log";
import { queueMail } from "@/server/mail/queue-mail";
import { auditMail } from "@/server/security/audit-mail";

const KEY = "audit.check";

/** The newest check, as it is kept. `good` is the last head that was seen whole: a fault never moves it. */
export type AuditCheck = ChainState & { at: string; good: ChainHead | null };

/** @returns null when nobody has checked yet. */
export async function findAuditCheck(db: Db): Promise<AuditCheck | null> {
  return (await findSetting<AuditCheck>(db, KEY)) ?? null;
}

/**
 * Checks the whole audit, and that it still has the head of the check before. The result is kept, logged with the head
 * (so that whoever cuts the chain would have to change a log elsewhere too), and mailed to admins.
 */
export async function checkAudit(db: Db, now = new Date()): Promise<AuditCheck> {
  const before = await findAuditCheck(db);
  const state = await verifyAudit(db, before?.good ?? null);
  const good = state.faultAt === null ? state.head : (before?.good ?? null);
  const check = { ...state, at: now.toISOString(), good };
  await inTransaction(db, async (transaction) => {
    await saveSetting(transaction, KEY, check);
    for (const admin of await findAdminsToWrite(transaction)) {
      await queueMail(transaction, auditMail(admin, state, now));
    }
  });
  if (state.faultAt === null)
    log.info({ entries: state.entries, head: headText(state.head) }, "The audit holds");
  else log.error({ entry: state.faultAt, fault: state.fault }, "The audit does not hold");
  return check;
}
