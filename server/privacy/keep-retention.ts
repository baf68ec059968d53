import { type Db, inTransaction } from "@/db/client";
import { deleteAccountActionsBefore } from "@/db/queries/account-actions";
import { deleteBulkRunsBefore } from "@/db/queries/bulk";
import {
  deleteUnconfirmedComplaints,
  forgetComplainants,
  forgetComplaintTexts,
} from "@/db/queries/complaints";
import { eraseReports } from "@/db/queries/erasure";
import { deleteSpentMail } from "@/db/queries/mail";
import { deleteExpiredPendingDrafts } from "@/db/queries/reports-write";
import {
  deleteDraftsBefore,
  deleteExpiredAttempts,
  deleteExpiredCodes,
  deleteExpiredLinks,
  findUnpublishedBefore,
} from "@/db/queries/retention";
import { removeOldSecurityEvents } from "@/db/queries/security-events";
import { deleteExpiredSessions } from "@/db/queries/sessions";
import { deleteTasksOver } from "@/db/queries/taken-tasks";
import { deleteUnconfirmedTips, forgetTipSenders, forgetTipTexts } from "@/db/queries/tips";
import { before, RETENTION, RETENTION_KEYS, type RetentionKey } from "@/domain/privacy/retention";
import { sweepFiles } from "@/server/file-store/sweep-files";
import { log } from "@/server/log";
import { forgetInvitations } from "@/server/privacy/forget-invitations";

const AT_ONCE = 100;

/**
 * How each kind goes. Rows that carry the moment at which they end were given it from the same list when they were made;
 * the others are as old as they are.
 */
const REMOVE: Record<RetentionKey, (db: Db, now: Date) => Promise<unknown>> = {
  pendingDrafts: deleteExpiredPendingDrafts,
  signInLinks: deleteExpiredLinks,
  signInCodes: deleteExpiredCodes,
  sessions: deleteExpiredSessions,
  attempts: deleteExpiredAttempts,
  receipts: deleteExpiredAttempts,
  accountActions: (db, now) => deleteAccountActionsBefore(db, before(now, RETENTION.accountActions)),
  takenTasks: deleteTasksOver,
  invitations: (db, now) => forgetInvitations(db, before(now, RETENTION.invitations), now),
  mail: (db, now) => deleteSpentMail(db, before(now, RETENTION.mail)),
  securityLog: removeOldSecurityEvents,
  complaintAddresses: async (db, now) => {
    await forgetComplainants(db, before(now, RETENTION.complaintAddresses));
    await forgetTipSenders(db, before(now, RETENTION.complaintAddresses));
  },
  complaintTexts: async (db, now) => {
    await forgetComplaintTexts(db, before(now, RETENTION.complaintTexts));
    await forgetTipTexts(db, before(now, RETENTION.complaintTexts));
  },
  unconfirmed: async (db, now) => {
    await deleteUnconfirmedComplaints(db, before(now, RETENTION.unconfirmed));
    await deleteUnconfirmedTips(db, before(now, RETENTION.unconfirmed));
  },
  bulkRuns: (db, now) => deleteBulkRunsBefore(db, before(now, RETENTION.bulkRuns)),
  drafts: (db, now) => deleteDraftsBefore(db, before(now, RETENTION.drafts)),
  uploads: (db, now) => sweepFiles(db, { unfinishedSince: before(now, RETENTION.uploads), now }),
  unpublishedReports: (db, now) =>
    inTransaction(db, async (tx) => {
      const since = before(now, RETENTION.unpublishedReports);
      await eraseReports(tx, await findUnpublishedBefore(tx, since, AT_ONCE), now);
    }),
};

/**
 * Removes everything whose time is over, as `domain/privacy/retention.ts` lists it. The server does so once an hour. What
 * fails for one kind is said in the log and keeps no other from going.
 */
export async function keepRetention(db: Db, now: Date = new Date()): Promise<void> {
  for (const key of RETENTION_KEYS) {
    try {
      await REMOVE[key](db, now);
    } catch (error) {
      log.error({ err: error, kept: key }, "Retention could not be kept");
    }
  }
}
