import { type Db, inTransaction } from "@/db/client";
import { findSetting, saveSetting } from "@/db/queries/settings";
import { listToldModerators } from "@/db/queries/work-mail";
import { weeklyDueOn } from "@/domain/campaigners/work-mail";
import { percentInTime, wholePercent } from "@/domain/reports/work-health";
import { campaign, siteOrigin } from "@/env";
import { mailWords } from "@/server/mail/mail-words";
import { queueMail } from "@/server/mail/queue-mail";
import { findWorkHealth } from "@/server/reports/pages/load-work-health";

const KEY = "moderation.weekly-mail";

/**
 * On a Monday, once: how the work went, to every moderator who wishes mail. The key of each mail lets two servers queue it once.
 * @returns how many were queued.
 */
export async function sendWeeklyHealth(db: Db, now = new Date()): Promise<number> {
  const day = weeklyDueOn(now);
  if (day === null || (await findSetting<string>(db, KEY)) === day) return 0;
  const { hoursToDecision, waitingByAge, reasons, approvals, due } = await findWorkHealth(db, now);
  const first = reasons.find(({ rule }) => rule === "first-report");
  const firstReports = first ? first.approved + first.sentBack + first.notAccepted : 0;
  const words = mailWords("en");
  const values = {
    site: campaign().name,
    origin: siteOrigin(),
    waiting: waitingByAge.reduce((sum, count) => sum + count, 0),
    old: (waitingByAge[3] ?? 0) + (waitingByAge[4] ?? 0),
    decided: hoursToDecision.count + hoursToDecision.overdue,
    within: percentInTime(hoursToDecision) ?? 0,
    firstReports,
    firstApproved: wholePercent(first?.approved ?? 0, firstReports) ?? 0,
    approved: approvals.count,
    standing: wholePercent(approvals.standing, approvals.count) ?? 0,
    due: due.due,
  };
  return inTransaction(db, async (transaction) => {
    await saveSetting(transaction, KEY, day);
    let sent = 0;
    for (const { id, email } of await listToldModerators(transaction)) {
      const mail = {
        to: email,
        subject: words("health.subject", values),
        text: words("health.text", values),
        purpose: "moderation.weekly",
        dedupeKey: `moderation.weekly:${day}:${id}`,
      };
      if (await queueMail(transaction, mail)) sent += 1;
    }
    return sent;
  });
}
