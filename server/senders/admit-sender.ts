import type { Db } from "@/db/client";
import type { AnyActor } from "@/domain/actor";
import { InvalidInputError } from "@/domain/errors";
import type { Mailed, SenderFlag } from "@/domain/senders/sender";
import { isWithinLimit, limitAttempts } from "@/server/auth/limit-attempts";
import { countedMailDomain } from "@/server/auth/mail-domain";
import { isWorkDone } from "@/server/senders/check-work";

/** What a form that needs no account says of who sends it, beside what is asked for. */
export type Sender = {
  actor: AnyActor;
  /** A field that people do not see; what fills it in may be a program. */
  website: unknown;
  /** What the browser worked out; absent without scripts. */
  work: unknown;
  /** Network of the sender, for the limit. */
  from: string;
};

/** What becomes of what was sent: what a moderator should know of it, and what is mailed. With "link" it waits until that is opened. */
export type Admission = { flags: SenderFlag[]; mailed: Mailed };

/**
 * Counts the sender, and asks for a sign that they are no program: an account, what their browser worked out, or else a link that we mail.
 * What is dubious is flagged and kept. To be called outside of a transaction, so that what fails counts too, and after all else was
 * found right, because work is good once.
 * @throws TooManyRequestsError; InvalidInputError on `email` where a link is needed and cannot be sent.
 */
export async function admitSender(db: Db, sender: Sender, email: string | null): Promise<Admission> {
  await limitAttempts(db, "complaint-from", sender.from);
  const domain = email === null ? null : countedMailDomain(email);
  const isMany = domain !== null && !(await isWithinLimit(db, "complaint-domain", domain));
  const isFilledIn = String(sender.website ?? "") !== "";
  const flags: SenderFlag[] = [
    ...(isFilledIn ? (["hidden-field"] as const) : []),
    ...(isMany ? (["mail-domain"] as const) : []),
  ];
  const isKnown = sender.actor.kind === "campaigner" || (await isWorkDone(db, sender.work));
  if (!isKnown) {
    if (email === null) throw new InvalidInputError({ email: "email-confirms" });
    if (!(await isWithinLimit(db, "link-to", email))) throw new InvalidInputError({ email: "email-links" });
    return { flags, mailed: "link" };
  }
  // Nobody is written to through us by what may be a program, nor more than a few times a day.
  const mayMail = email !== null && flags.length === 0 && (await isWithinLimit(db, "receipt-to", email));
  return { flags, mailed: mayMail ? "receipt" : "nothing" };
}
