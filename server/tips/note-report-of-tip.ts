import { type Db, inTransaction } from "@/db/client";
import { setReportOfTip } from "@/db/queries/tips";
import type { CampaignerActor } from "@/domain/actor";
import { audit } from "@/server/audit";
import { findTipForReport } from "@/server/tips/load-tips";

/** Notes that a report was made of a tip; the first that was sent counts. Nothing happens where they may not read the tip, or there is none. */
export async function noteReportOfTip(
  db: Db,
  actor: CampaignerActor,
  { tipId, reportId }: { tipId: string; reportId: string },
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    if (!(await findTipForReport(transaction, actor, tipId))) return;
    if (!(await setReportOfTip(transaction, tipId, reportId))) return;
    await audit(transaction, actor, "tip.reported", { type: "tip", id: tipId }, { reportId });
  });
}
