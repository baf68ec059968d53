import { type Db, getDb } from "@/db/client";
import { processWide } from "@/db/process-wide";
import { campaign, isLocalMode, settings } from "@/env";
import { log } from "@/server/log";
import { sendDueMail } from "@/server/mail/send-due-mail";
import { type SendMail, smtpSender } from "@/server/mail/transport";
import { keepRetention } from "@/server/privacy/keep-retention";

/** The outbox is looked at this often, besides each time somebody wakes the worker. */
const LOOK_EVERY_MS = 10_000;
const TIDY_EVERY_MS = 60 * 60_000;
/** Stopping does not wait longer for a slow mail server; the mail in hand is tried again after the next start. */
const STOP_WITHIN_MS = 2_000;

// The front server starts the worker and Next's bundle wakes it: two copies of this module in one process.
const bell = processWide("mail-worker", (): { ring?: (() => void) | undefined } => ({}));

/** Tells the worker that there may be mail. Returns at once; without a worker in this process nothing happens. */
export function wakeMailWorker(): void {
  bell.ring?.();
}

/**
 * Sends the outbox's mail for as long as the process lives, and removes what is over. No request ever waits for it. In
 * local mode nothing is sent: the outbox page shows it.
 * @param send null to send nothing.
 * @returns a function that stops it, within two seconds.
 */
export function startMailWorker(
  send: SendMail | null = configuredSender(),
  db: () => Db = getDb,
): () => Promise<void> {
  let stopped = false;
  let tidied = 0;
  let again = false;
  let work: Promise<void> | null = null;

  const round = async () => {
    while (again && !stopped) {
      again = false;
      if (send) await sendDueMail(db(), send);
    }
    if (Date.now() - tidied < TIDY_EVERY_MS) return;
    tidied = Date.now();
    await keepRetention(db());
  };
  const look = () => {
    again = true;
    if (stopped || work) return;
    work = round()
      .catch((error: unknown) => log.error({ err: error }, "The mail worker stopped a round"))
      .finally(() => {
        work = null;
        if (again) look(); // somebody rang while it was tidying up
      });
  };

  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  bell.ring = look;
  look();
  return async () => {
    stopped = true;
    clearInterval(timer);
    if (bell.ring === look) bell.ring = undefined;
    await Promise.race([work, new Promise((late) => setTimeout(late, STOP_WITHIN_MS).unref())]);
  };
}

function configuredSender(): SendMail | null {
  const { SMTP_URL, MAIL_FROM } = settings();
  if (isLocalMode() || !SMTP_URL) return null;
  const { name, contact } = campaign();
  return smtpSender({
    url: SMTP_URL,
    from: MAIL_FROM ?? `"${name.replace(/["\\\p{Cc}]/gu, "")}" <${contact}>`,
  });
}
