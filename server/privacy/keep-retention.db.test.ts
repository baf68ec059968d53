import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import type { Db } from "@/db/client";
import { makeCampaigner, makeReport } from "@/db/factories";
import { insertBulkItems, insertBulkRun } from "@/db/queries/bulk";
import { complaints } from "@/db/schema/brake";
import {
  accountActions,
  campaigners,
  mailOutbox,
  rateLimits,
  sessions,
  signInCodes,
  verificationTokens,
} from "@/db/schema/campaigners";
import { reportFiles } from "@/db/schema/files";
import { pendingDrafts, reportRevisions, reports } from "@/db/schema/reports";
import { tips } from "@/db/schema/tips";
import { takenTasks } from "@/db/schema/to-do";
import { testDb } from "@/db/testing";
import {
  before,
  type Period,
  RETENTION,
  RETENTION_KEYS,
  type RetentionKey,
} from "@/domain/privacy/retention";
import { findAuditBreak } from "@/server/audit";
import { keepRetention } from "@/server/privacy/keep-retention";

const db = testDb("owner");
const NOW = new Date();
const ends = (made: Date, { count, unit }: Period) => {
  // When something made at that moment is over: the period, counted from it.
  const period = NOW.getTime() - before(NOW, { count, unit }).getTime();
  return new Date(made.getTime() + period);
};
const many = async (tx: Db, table: string) => {
  const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(table)}`);
  return row?.n ?? 0;
};

/** By kind: makes one row of that age, and counts what is left of the kind. Written as the product would write it. */
const KINDS: Record<RetentionKey, { make: (made: Date) => Promise<unknown>; left: () => Promise<number> }> = {
  pendingDrafts: {
    make: (made) =>
      db.insert(pendingDrafts).values({ draft: {}, expiresAt: ends(made, RETENTION.pendingDrafts) }),
    left: () => many(db, "pending_drafts"),
  },
  signInLinks: {
    make: (made) =>
      db.insert(verificationTokens).values({
        identifier: "a@example.org",
        token: crypto.randomUUID(),
        expiresAt: ends(made, RETENTION.signInLinks),
      }),
    left: () => many(db, "verification_tokens"),
  },
  signInCodes: {
    make: (made) =>
      db.insert(signInCodes).values({
        email: `${crypto.randomUUID()}@example.org`,
        codeHash: "x",
        expiresAt: ends(made, RETENTION.signInCodes),
      }),
    left: () => many(db, "sign_in_codes"),
  },
  sessions: {
    make: async (made) => {
      const { id } = await makeCampaigner(db, {});
      const expiresAt = ends(made, RETENTION.sessions);
      return db.insert(sessions).values({ token: crypto.randomUUID(), campaignerId: id, expiresAt });
    },
    left: () => many(db, "sessions"),
  },
  attempts: {
    make: (made) =>
      db
        .insert(rateLimits)
        .values({ key: crypto.randomUUID(), points: 1, expire: ends(made, RETENTION.attempts) }),
    left: () => many(db, "rate_limits"),
  },
  receipts: {
    make: (made) =>
      db
        .insert(rateLimits)
        .values({ key: crypto.randomUUID(), points: 1, expire: ends(made, RETENTION.receipts) }),
    left: () => many(db, "rate_limits"),
  },
  accountActions: {
    make: async (made) => {
      const { id } = await makeCampaigner(db, {});
      return db.insert(accountActions).values({ campaignerId: id, kind: "submit", at: made });
    },
    left: () => many(db, "account_actions"),
  },
  takenTasks: {
    make: async (made) => {
      const { id } = await makeCampaigner(db, {});
      const until = ends(made, RETENTION.takenTasks);
      return db
        .insert(takenTasks)
        .values({ kind: "check-due", recordId: crypto.randomUUID(), campaignerId: id, until });
    },
    left: () => many(db, "taken_tasks"),
  },
  bulkRuns: {
    make: async (made) => {
      const { id: moderatorId } = await makeCampaigner(db, { role: "moderator" });
      const run = {
        moderatorId,
        verdict: "reject" as const,
        reason: "x",
        submissionKey: crypto.randomUUID(),
      };
      const { id } = await insertBulkRun(db, { ...run, createdAt: made });
      return insertBulkItems(db, [
        { runId: id, position: 1, reportId: (await makeReport(db)).id, version: 1 },
      ]);
    },
    left: () => many(db, "bulk_items"),
  },
  mail: {
    make: (made) =>
      db.insert(mailOutbox).values({
        recipient: "a@example.org",
        subject: "s",
        text: "",
        purpose: "p",
        sentAt: made,
      }),
    left: () => many(db, "mail_outbox"),
  },
  securityLog: {
    make: (made) =>
      db.execute(
        sql`insert into security_events (at, kind) values (${made.toISOString()}::timestamptz, 'sign-in')`,
      ),
    left: () => many(db, "security_events"),
  },
  complaintAddresses: {
    make: (made) =>
      db.insert(complaints).values({
        recordType: "service",
        recordId: crypto.randomUUID(),
        kind: "closed",
        why: "It has moved away",
        email: "c@example.org",
        answeredAt: made,
      }),
    left: () => db.$count(complaints, sql`email is not null`),
  },
  complaintTexts: {
    make: (made) =>
      db.insert(complaints).values({
        recordType: "service",
        recordId: crypto.randomUUID(),
        kind: "closed",
        why: "It has moved away",
        answeredAt: made,
      }),
    left: () => db.$count(complaints, sql`why <> ''`),
  },
  unconfirmed: {
    make: (made) =>
      db
        .insert(tips)
        .values({ whereabouts: "x", says: "x", confirmHash: crypto.randomUUID(), createdAt: made }),
    left: () => many(db, "tips"),
  },
  drafts: {
    make: async (made) => {
      const { id } = await makeCampaigner(db, {});
      return db.insert(reports).values({ kind: "new-service", authorId: id, updatedAt: made });
    },
    left: () => db.$count(reports, sql`state = 'draft'`),
  },
  invitations: {
    make: async (made) => {
      const email = `${crypto.randomUUID()}@example.org`;
      await makeCampaigner(db, { role: "moderator", email, emailVerifiedAt: null, createdAt: made });
      const mail = { recipient: email, subject: "x", text: "x", purpose: "invitation" };
      await db.insert(mailOutbox).values({ ...mail, createdAt: made, nextAttemptAt: made });
    },
    left: () => db.$count(campaigners, sql`email is not null and email_verified_at is null`),
  },
  uploads: {
    make: async (made) => {
      const { id: uploaderId } = await makeCampaigner(db);
      const { id: reportId } = await makeReport(db, { authorId: uploaderId });
      await db.insert(reportFiles).values({ reportId, uploaderId, name: "a", bytes: 9, updatedAt: made });
    },
    left: () => many(db, "report_files"),
  },
  unpublishedReports: {
    make: (made) => makeReport(db, { state: "rejected", updatedAt: made }),
    left: () => db.$count(reportRevisions, sql`proposal->>'kind' = 'new-service'`),
  },
};

it.each(RETENTION_KEYS)("%s: what is older goes, what is younger stays", async (key) => {
  const limit = before(NOW, RETENTION[key]).getTime();
  const { make, left } = KINDS[key];
  const none = await left();
  await make(new Date(limit - 60_000));
  await make(new Date(limit + 60_000));
  expect(await left()).toBe(none + 2);
  await keepRetention(db, NOW);
  expect(await left()).toBe(none + 1);
});

it("leaves published reports, and those that wait, as they are however old", async () => {
  const old = new Date("2020-01-01T00:00:00Z");
  for (const state of ["approved", "submitted", "awaiting-second"] as const)
    await makeReport(db, { state, updatedAt: old });
  const texts = await KINDS.unpublishedReports.left();
  await keepRetention(db, NOW);
  expect(await KINDS.unpublishedReports.left()).toBe(texts);
});

it("keeps whoever signed in once, was invited again, or was made an admin, and the audit still verifies", async () => {
  const old = new Date("2020-01-01T00:00:00Z");
  const never = { createdAt: old, emailVerifiedAt: null, role: "moderator" } as const;
  await makeCampaigner(db, { ...never, email: "gone@example.org" });
  await makeCampaigner(db, { ...never, email: "admin@example.org", role: "admin" });
  await makeCampaigner(db, { ...never, email: "here@example.org", emailVerifiedAt: old });
  await makeCampaigner(db, { ...never, email: "again@example.org" });
  const mail = { subject: "x", text: "x", purpose: "invitation" };
  await db.insert(mailOutbox).values({ ...mail, recipient: "again@example.org" });
  await keepRetention(db, NOW);
  const rows = await db.select({ email: campaigners.email }).from(campaigners);
  const left = rows.map(({ email }) => email);
  expect(left).toEqual(
    expect.arrayContaining(["admin@example.org", "here@example.org", "again@example.org"]),
  );
  expect(left).not.toContain("gone@example.org");
  expect(await findAuditBreak(db)).toBeNull();
});
