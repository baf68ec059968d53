import { type Db, inTransaction } from "@/db/client";
import { findAccountActivity, findAccountTexts } from "@/db/queries/account-export";
import { findDecisions, findMessages } from "@/db/queries/decisions";
import { listModeratorAreas } from "@/db/queries/moderator-areas";
import { findReportsOfAuthor, findRevisions, type ReportRow } from "@/db/queries/reports";
import type { Actor } from "@/domain/actor";
import { MESSAGES_A_REPORT } from "@/domain/campaigners/account-limits";
import { handleOf } from "@/domain/reports/moderator-handle";
import { audit } from "@/server/audit";
import { pseudonym } from "@/server/auth/sign-in-secrets";
import { openAccount, type Whose } from "@/server/campaigners/open-account";
import { recordSecurityEvent } from "@/server/security/record-security-event";

/** As much as one account can have made in years; more would be a list, and lists are imports. */
const MOST = 100_000;

/**
 * Everything that we hold of a person, for themselves: ready to be written as JSON. Other people are in it as handles.
 * Secrets are not: a session's token and a code are kept as hashes that are no use to anybody.
 * @throws NotFoundError; InvalidInputError; NotAllowedError ("not-yours", "erased").
 */
export async function exportAccount(
  db: Db,
  actor: Actor,
  whose: Whose,
  now: Date = new Date(),
): Promise<Record<string, unknown>> {
  return inTransaction(db, async (tx) => {
    const account = await openAccount(tx, actor, "export", whose);
    const { id, email, emailVerifiedAt, role, called, createdAt, suspendedAt, suspendedBecause } = account;
    const decidesIn = (await listModeratorAreas(tx, id)).map(({ nameEn }) => nameEn);
    const reports: unknown[] = [];
    for (const report of await findReportsOfAuthor(tx, id, MOST))
      reports.push(await readReport(tx, report, id));
    const texts = await findAccountTexts(tx, id);
    const activity = await findAccountActivity(tx, {
      campaignerId: id,
      email: email ?? "",
      pseudonym: pseudonym(email ?? id),
    });
    await audit(tx, actor, "campaigner.exported", { type: "campaigner", id });
    await recordSecurityEvent(tx, "exported", { accountId: id, by: actor });
    return withoutOthers(
      {
        madeOn: now,
        account: {
          id,
          email,
          emailVerifiedAt,
          role,
          called,
          decidesIn,
          createdAt,
          suspendedAt,
          suspendedBecause,
        },
        reports,
        ...texts,
        ...activity,
      },
      new Set([id]),
    ) as Record<string, unknown>;
  });
}

async function readReport(db: Db, report: ReportRow, authorId: string): Promise<unknown> {
  const { title, state, draft, submittedAt, decidedAt, licenceAcceptedAt, createdAt, updatedAt } = report;
  const [revisions, decisions, messages] = await Promise.all([
    findRevisions(db, report.id),
    findDecisions(db, report.id),
    findMessages(db, report.id, { skip: 0, limit: MESSAGES_A_REPORT * 2 }),
  ]);
  return {
    title,
    state,
    createdAt,
    updatedAt,
    submittedAt,
    decidedAt,
    licenceAcceptedAt,
    draft,
    revisions: revisions.map(({ number, submittedAt: sentAt, proposal }) => ({ number, sentAt, proposal })),
    decisions: decisions.map(({ verdict, reason, decidedAt: at, fields }) => ({
      verdict,
      reason,
      at,
      fields: fields.map(({ field, verdict: part, comment }) => ({ field, verdict: part, comment })),
    })),
    messages: messages.map(({ body, createdAt: at, writerId }) => ({
      from: writerId === authorId ? "you" : "a moderator",
      at,
      body,
    })),
  };
}

/** Any other id in it may be somebody's account: a handle stands for it. */
function withoutOthers(value: unknown, own: ReadonlySet<string>): unknown {
  if (typeof value === "string") return own.has(value) ? value : (handleOf(value) ?? value);
  if (value instanceof Date || value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((item) => withoutOthers(item, own));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutOthers(item, own)]));
}
