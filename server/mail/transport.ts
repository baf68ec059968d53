import { createTransport, type Transporter } from "nodemailer";

/** Milliseconds. A mail server that does not answer must not hold up the rest of the queue for long. */
export type MailTimeouts = { connect: number; greet: number; idle: number; whole: number };

const usual: MailTimeouts = { connect: 5_000, greet: 5_000, idle: 10_000, whole: 30_000 };

export type OutgoingMail = { id: string; recipient: string; subject: string; text: string; createdAt: Date };
export type SendMail = (mail: OutgoingMail) => Promise<void>;

/** The mail server did not take it in time. */
export class MailDeadlineError extends Error {
  readonly code = "EDEADLINE";
}

/**
 * Sends through an SMTP server.
 * @param url smtp:// or smtps://, with nodemailer's options as its query (`?requireTLS=true`).
 * @param from what the From header says, such as `The Map <map@example.org>`.
 */
export function smtpSender({ url, from }: { url: string; from: string }, timeouts = usual): SendMail {
  const address = new URL(url);
  address.searchParams.set("connectionTimeout", String(timeouts.connect));
  address.searchParams.set("dnsTimeout", String(timeouts.connect));
  address.searchParams.set("greetingTimeout", String(timeouts.greet));
  address.searchParams.set("socketTimeout", String(timeouts.idle));

  return async ({ id, recipient, subject, text, createdAt }) => {
    const transport = createTransport(address.href, { disableFileAccess: true, disableUrlAccess: true });
    try {
      await inTime(transport, timeouts.whole, {
        from,
        to: { name: "", address: recipient }, // an object is never taken apart into several addresses
        subject,
        text,
        date: createdAt,
        // The same at each attempt: should one be delivered twice, mail programs show one.
        messageId: `<${id}@${new URL(`http://${from.match(/@([\w.-]+)/)?.[1] ?? "localhost"}`).hostname}>`,
        headers: { "Auto-Submitted": "auto-generated" },
      });
    } finally {
      transport.close();
    }
  };
}

/** nodemailer's own timeouts begin anew with each byte; this one does not. */
async function inTime(
  transport: Transporter,
  milliseconds: number,
  mail: Parameters<Transporter["sendMail"]>[0],
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new MailDeadlineError("the mail server was too slow")), milliseconds);
  });
  const sent = transport.sendMail(mail);
  sent.catch(() => undefined); // when the deadline came first nobody else listens
  try {
    await Promise.race([sent, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * What went wrong, without the recipient's address, which servers like to repeat.
 * `permanent` when the server refused this recipient for good (RFC 5321, 4.2.1: 5yz).
 */
export function describeMailError(error: unknown): { text: string; permanent: boolean } {
  const { code, responseCode, command } = (error ?? {}) as Record<string, unknown>;
  const text = [code, responseCode, command].filter((part) => part !== undefined).join(" ") || "unknown";
  const refused = typeof responseCode === "number" && responseCode >= 500 && responseCode < 600;
  return { text: text.slice(0, 200), permanent: refused && code === "EENVELOPE" };
}
