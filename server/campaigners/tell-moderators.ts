import { type Db, getDb, inTransaction } from "@/db/client";
import { findWorkNews, listToldModerators, markTold, setMailWish } from "@/db/queries/work-mail";
import { type AnyActor, hasRole } from "@/domain/actor";
import { isDueToTell, MAIL_WISHES, type WorkNews } from "@/domain/campaigners/work-mail";
import { InvalidInputError, NotAllowedError } from "@/domain/errors";
import { isOneOf } from "@/domain/lists/is-one-of";
import { campaign, siteOrigin } from "@/env";
import { mailWords } from "@/server/mail/mail-words";
import { wakeMailWorker } from "@/server/mail/mail-worker";
import { type Mail, queueMail } from "@/server/mail/queue-mail";
import { repeat } from "@/server/repeat";
import { countSecondLooksFor } from "@/server/second-looks/count-second-looks";

const LOOK_EVERY_MS = 5 * 60_000;

/**
 * Mails each moderator what came since they were last told, as they wish it. Where nothing came nothing is sent, and the next look counts from the same
 * moment. The mail has numbers and a link, and nothing of what anybody wrote.
 * @returns how many mails were queued.
 */
export async function tellModerators(db: Db, now = new Date()): Promise<number> {
  let sent = 0;
  for (const moderator of await listToldModerators(db)) {
    const { id, email, wish, toldAt } = moderator;
    if (!isDueToTell(wish, toldAt, now)) continue;
    const second = await countSecondLooksFor(db, id, toldAt, now);
    const news: WorkNews = { ...(await findWorkNews(db, id, toldAt, now)), second };
    if (Object.values(news).every((count) => count === 0)) continue;
    await inTransaction(db, async (transaction) => {
      if (!(await markTold(transaction, moderator, now))) return;
      await queueMail(transaction, newsMail({ id, email }, news, now));
      sent += 1;
    });
  }
  return sent;
}

function newsMail({ id, email }: { id: string; email: string }, news: WorkNews, now: Date): Mail {
  const words = mailWords("en");
  const values = { ...news, site: campaign().name, origin: siteOrigin() };
  return {
    to: email,
    subject: words("work.subject", values),
    text: words("work.text", values),
    purpose: "moderation.work",
    dedupeKey: `moderation.work:${id}:${now.toISOString()}`,
  };
}

/** How somebody wishes to be told, from now on. @throws NotAllowedError for who is no moderator; InvalidInputError on `wish`. */
export async function wishMail(db: Db, actor: AnyActor, wish: unknown): Promise<void> {
  if (actor.kind !== "campaigner" || !hasRole(actor, "moderator")) throw new NotAllowedError("not-moderator");
  if (!isOneOf(MAIL_WISHES, wish)) throw new InvalidInputError({ wish: "wish-needed" });
  await setMailWish(db, actor.id, wish);
}

/**
 * Looks every five minutes, also for whether the weekly mail is due, for as long as the process lives, one look at a time.
 * @returns a function that stops it.
 */
export function startModeratorMail(
  weekly: (db: Db) => Promise<number>,
  db: () => Db = getDb,
): () => Promise<void> {
  const look = async () => {
    const sent = await tellModerators(db());
    if (sent + (await weekly(db())) > 0) wakeMailWorker();
  };
  return repeat(look, { everyMs: LOOK_EVERY_MS, fault: "Moderators could not be told of work" });
}
