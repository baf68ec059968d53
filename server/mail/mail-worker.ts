import { getDb } from "@/db/client";
import { deleteSpentMail } from "@/db/queries/mail";
import { deleteExpiredSessions } from "@/db/queries/sessions";
import { deleteExpiredSignInData } from "@/db/queries/sign-in-tokens";
import { campaign, isLocalMode, settings } from "@/env";
import { sendDueMail } from "@/server/mail/send-due-mail";
import { type SendMail, smtpSender } from "@/server/mail/transport";

/** The outbox is looked at this often, besides each time somebody wakes the worker. */
const LOOK_EVERY_MS = 10_000;
const TIDY_EVERY_MS = 60 * 60_000;
const KEEP_SPENT_MAIL_MS = 30 * 24 * 60 * 60_000;

// The front server starts the worker and Next's bundle wakes it: two copies of this module in one process.
const bell = globalThis as unknown as Record<symbol, (() => void) | undefined>;
const wake = Symbol.for("nhs-map.wake-mail-worker");

/** Tells the worker that there may be mail. Returns at once; without a worker in this process nothing happens. */
export function wakeMailWorker(): void {
  bell[wake]?.();
}

/**
 * Sends the outbox's mail for as long as the process lives, and removes what is over. No request ever waits for it. In
 * local mode nothing is sent: the outbox page shows it.
 * @returns a function that stops it; it resolves when the mail in hand is done.
 */
export function startMailWorker(send: SendMail | null = configuredSender()): () => Promise<void> {
  let stopped = false;
  let tidied = 0;
  let work: Promise<void> | null = null;
  let again = false;

  const round = async () => {
    do {
      again = false;
      if (send) await sendDueMail(getDb(), send);
    } while (again && !stopped);
    if (Date.now() - tidied > TIDY_EVERY_MS) {
      await tidy();
      tidied = Date.now();
    }
  };
  const look = () => {
    again = true;
    if (stopped || work) return;
    work = round()
      .catch((error: unknown) =>
        console.error("Mail worker:", error instanceof Error ? error.message : error),
      )
      .finally(() => {
        work = null;
      });
  };

  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  bell[wake] = look;
  look();
  return async () => {
    stopped = true;
    clearInterval(timer);
    if (bell[wake] === look) bell[wake] = undefined;
    await work;
  };
}

async function tidy(): Promise<void> {
  const now = new Date();
  await deleteExpiredSignInData(getDb(), now);
  await deleteExpiredSessions(getDb(), now);
  await deleteSpentMail(getDb(), new Date(now.getTime() - KEEP_SPENT_MAIL_MS));
}

function configuredSender(): SendMail | null {
  const { SMTP_URL, MAIL_FROM } = settings();
  if (isLocalMode() || !SMTP_URL) return null;
  return smtpSender({
    url: SMTP_URL,
    from: MAIL_FROM ?? `${quoted(campaign().name)} <${campaign().contact}>`,
  });
}

function quoted(name: string): string {
  return `"${name.replace(/["\\\p{Cc}]/gu, "")}"`;
}
