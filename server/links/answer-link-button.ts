import type { Db } from "@/db/client";
import type { AnyActor } from "@/domain/actor";
import { NotAllowedError, ReturnedForm } from "@/domain/errors";
import { acceptedFacts, LOOK_AT_LINK, sourceOfIntent, USE_FOUND } from "@/domain/reports/found-facts";
import type { LinkPolicy } from "@/server/links/link-policy";
import { readLink } from "@/server/links/read-link";

/**
 * Answers the two buttons beside a source's link, in whatever form of a report they stand; any other button is the form's own.
 * @throws ReturnedForm where it was one of the two; NotAllowedError ("sign-in"), since reading is counted by account.
 */
export async function answerLinkButton(
  db: Db,
  actor: AnyActor,
  form: Readonly<Record<string, unknown>>,
  policy?: LinkPolicy | null,
): Promise<void> {
  if (sourceOfIntent(form.intent, USE_FOUND) !== undefined) throw new ReturnedForm(null, acceptedFacts(form));
  const index = sourceOfIntent(form.intent, LOOK_AT_LINK);
  if (index === undefined) return;
  if (actor.kind !== "campaigner") throw new NotAllowedError("sign-in");
  throw new ReturnedForm(await readLink(db, actor, { form, index }, policy));
}
