import { type Db, inTransaction } from "@/db/client";
import type { CampaignerActor } from "@/domain/actor";
import { InvalidInputError } from "@/domain/errors";
import type { LinkAnswer, LinkFault } from "@/domain/link-answer";
import { foundFields, type PageFacts } from "@/domain/reports/found-facts";
import { sourceField } from "@/domain/reports/new-service-form";
import { archiveLink, type KnownPage, knownPage } from "@/domain/sources/known-page";
import { normaliseWebAddress } from "@/domain/sources/web-address";
import { actAsAccount } from "@/server/campaigners/act-as-account";
import { takeTurns } from "@/server/http/turns";
import { fetchLink } from "@/server/links/fetch-link";
import { LinkError } from "@/server/links/link-error";
import { type LinkPolicy, linkPolicy } from "@/server/links/link-policy";
import { factsOfAddress, factsOfPage } from "@/server/links/page-facts";
import { log } from "@/server/log";

/** Pages read at once, one of each account; each is at most a megabyte. */
const enter = takeTurns({ each: 1, all: 8, waiting: 20, waitMs: 4_000 });

/**
 * Looks at the link of one source of a form and says what it finds. The address alone tells whose page some are; the page itself is read
 * where that is allowed. Nothing is stored but that somebody asked once more, and no connection to the database is held meanwhile.
 * @throws InvalidInputError where the field holds no web address; TooManyRequestsError.
 */
export async function readLink(
  db: Db,
  actor: CampaignerActor,
  { form, index }: { form: Readonly<Record<string, unknown>>; index: number },
  policy: LinkPolicy | null = linkPolicy(),
  now: Date = new Date(),
): Promise<LinkAnswer> {
  const field = sourceField(index, "url");
  const given = form[field];
  const read = normaliseWebAddress(typeof given === "string" ? given.slice(0, 2000) : "");
  if ("fault" in read) throw new InvalidInputError({ [field]: read.fault });
  await inTransaction(db, (tx) => actAsAccount(tx, actor, "link", now));
  const { address: url } = read;
  const known = knownPage(url);
  const page = await pageOf(url, known, policy, actor.id);
  const facts: PageFacts = { ...page.facts, ...factsOfAddress(known) };
  return {
    index,
    url,
    site: known?.site ?? null,
    facts: foundFields(facts, form, index),
    fault: page.fault,
    archive: archiveLink(url),
  };
}

async function pageOf(
  url: string,
  known: KnownPage | undefined,
  policy: LinkPolicy | null,
  who: string,
): Promise<{ facts: PageFacts; fault: LinkFault | null }> {
  if (!policy) return { facts: {}, fault: "off" };
  const leave = await enter(who);
  if (!leave) return { facts: {}, fault: "busy" };
  try {
    const found = factsOfPage(await fetchLink(known?.machine ?? url, policy), known);
    return "fault" in found ? { facts: {}, fault: found.fault } : { facts: found.facts, fault: null };
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    log.info({ fault: error.fault }, "A link was not read"); // not which: what somebody cites is theirs until they send it
    return { facts: {}, fault: error.fault };
  } finally {
    leave();
  }
}
