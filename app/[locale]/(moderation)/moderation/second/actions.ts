"use server";

import { redirect } from "next/navigation";
import { NotFoundError } from "@/domain/errors";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { SENT_KINDS } from "@/domain/senders/sender";
import { action } from "@/server/action";
import { importDb } from "@/server/imports/engine/long-work-database";
import { wakeMailWorker } from "@/server/mail/mail-worker";
import { decideSecondLook } from "@/server/queue/decide-second-look";
import { loadSecondLook } from "@/server/queue/load-second-looks";
import { askErasingRecord } from "@/server/records/ask-erasing-record";
import { askErasingSource } from "@/server/records/erase-source";
import { askErasingSent } from "@/server/senders/ask-erasing-sent";

/** One button of a second look; its page then says how it ended. */
function answered(name: string, agrees: boolean) {
  return action<never>({
    name,
    signedIn: true,
    run: async ({ actor, db, form }) => {
      const id = String(form.get("lookId") ?? "");
      const version = form.get("version");
      const because = String(form.get("because") ?? "");
      const answer = { id, agrees, because };
      // What an entry is called is looked for in every text: longer than a page may take.
      const isLong = agrees && (await loadSecondLook(db, actor, id)).about.startsWith("erase-");
      await decideSecondLook(
        isLong ? importDb() : db,
        actor,
        version === null ? answer : { ...answer, version },
      );
      wakeMailWorker();
      const locale = form.get("locale");
      redirect(localPath(isLocale(locale) ? locale : DEFAULT_LOCALE, `/moderation/second/${id}?done=yes`));
    },
  });
}

export const agreeSecondAction = answered("second.agree", true);
export const declineSecondAction = answered("second.decline", false);

/** From the page of a complaint or a tip, which then says whether it waits or is done. */
export const askErasingSentAction = action<never>({
  name: "sent.ask-erasing",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    const kind = SENT_KINDS.find((known) => known === form.get("kind"));
    if (!kind) throw new NotFoundError("sent");
    const id = String(form.get("sentId") ?? "");
    const need = await askErasingSent(db, actor, { kind, id, because: form.get("because") ?? "" });
    const locale = form.get("locale");
    const done = need === "two" ? "erase-asked" : "erased";
    const path = `/moderation/${kind}s/${encodeURIComponent(id)}?done=${done}`;
    redirect(localPath(isLocale(locale) ? locale : DEFAULT_LOCALE, path));
  },
});

/** From the page of an entry that is off the site, which then says whether it waits or is done. */
export const askErasingRecordAction = action<never>({
  name: "records.ask-erasing",
  signedIn: true,
  run: async ({ actor, form }) => {
    const [type, ref] = [String(form.get("type") ?? ""), String(form.get("ref") ?? "")];
    const version = String(form.get("version") ?? "");
    const because = form.get("because") ?? "";
    const isSource = type === "source";
    const need = isSource
      ? await askErasingSource(importDb(), actor, { id: ref, because })
      : await askErasingRecord(importDb(), actor, { type, ref, because, version });
    const locale = form.get("locale");
    const done = need === "two" ? "erase-asked" : isSource ? "words-erased" : "erased";
    const path = `/moderation/records/${type}/${encodeURIComponent(ref)}?done=${done}`;
    redirect(localPath(isLocale(locale) ? locale : DEFAULT_LOCALE, path));
  },
});
