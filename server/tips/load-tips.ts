import type { Db } from "@/db/client";
import { findAreasCalled } from "@/db/queries/queue";
import {
  countOpenTips,
  countWaitingTips,
  findTip,
  listOpenTips,
  listTipLeads,
  type TipQuery,
  type TipRow,
} from "@/db/queries/tips";
import { type AnyActor, hasRole } from "@/domain/actor";
import { ageInDays } from "@/domain/complaints/complaint";
import { NotAllowedError, NotFoundError } from "@/domain/errors";
import { type QueueAddress, WHOLE_QUEUE, waitingSince } from "@/domain/reports/queue-address";
import { wordsOfName } from "@/domain/search/normalise";
import { isTipWithSource, type TipLead } from "@/domain/tips/tip";
import { isUuid } from "@/domain/uuid";

const TIPS_A_PAGE = 25;
const MOST_LEADS = 50;

type Found = NonNullable<Awaited<ReturnType<typeof findTip>>>;

/** Open tips for moderators, a page of them, without the addresses that they came from. @throws NotAllowedError */
export async function loadTips(
  db: Db,
  actor: AnyActor,
  asked = 1,
  now = new Date(),
  { q, area, age }: Pick<QueueAddress, "q" | "area" | "age"> = WHOLE_QUEUE,
) {
  assertModerator(actor);
  const query: TipQuery = {
    words: wordsOfName(q ?? ""),
    areaIds: area === null ? null : await findAreasCalled(db, area),
    until: waitingSince(age, now),
  };
  const total = await countOpenTips(db, query);
  const pages = Math.max(1, Math.ceil(total / TIPS_A_PAGE));
  const page = Math.min(Math.max(1, Math.trunc(asked) || 1), pages);
  const found = await listOpenTips(db, { limit: TIPS_A_PAGE, offset: (page - 1) * TIPS_A_PAGE }, query);
  const isAreaUnknown = query.areaIds?.length === 0;
  return { tips: found.map((one) => forModerators(one, now)), total, page, pages, isAreaUnknown };
}

/** How many tips nobody has shown, reported or closed. @throws NotAllowedError */
export async function countTips(db: Db, actor: AnyActor): Promise<number> {
  assertModerator(actor);
  return countWaitingTips(db);
}

/** One tip for moderators. @throws NotAllowedError; NotFoundError */
export async function loadTip(db: Db, actor: AnyActor, id: string, now = new Date()) {
  assertModerator(actor);
  const found = isUuid(id) ? await findTip(db, id) : undefined;
  if (!found) throw new NotFoundError("tip");
  return forModerators(found, now);
}

/**
 * Tips that campaigners may find out more about: those a moderator has shown; for reviewers those with a source too, as they were typed.
 * @throws NotAllowedError for visitors
 */
export async function loadTipLeads(db: Db, actor: AnyActor): Promise<TipLead[]> {
  if (!hasRole(actor, "campaigner")) throw new NotAllowedError("sign-in");
  const asReviewer = hasRole(actor, "trusted-campaigner");
  return (await listTipLeads(db, { asReviewer, limit: MOST_LEADS })).map(asLead);
}

/** A tip that this person may make a report of, or undefined. */
export async function findTipForReport(db: Db, actor: AnyActor, id: string): Promise<TipLead | undefined> {
  const found = isUuid(id) && hasRole(actor, "campaigner") ? await findTip(db, id) : undefined;
  if (!found || found.tip.closedAt) return undefined;
  const mayRead =
    found.tip.shownAt !== null ||
    hasRole(actor, "moderator") ||
    (hasRole(actor, "trusted-campaigner") && isTipWithSource(found.tip) && found.tip.flags.length === 0);
  return mayRead ? asLead(found) : undefined;
}

function asLead({ tip, area }: Found): TipLead {
  const { id, whereabouts, link, shown, says } = tip;
  return { id, area, whereabouts, link, text: shown ?? says, isShown: shown !== null };
}

function forModerators({ tip, area }: Found, now: Date) {
  const { email, confirmHash: _hash, ...shown } = tip satisfies TipRow;
  return { ...shown, area, hasAddress: email !== null, days: ageInDays(tip.createdAt, now) };
}

function assertModerator(actor: AnyActor): void {
  if (!hasRole(actor, "moderator")) throw new NotAllowedError("not-moderator");
}
