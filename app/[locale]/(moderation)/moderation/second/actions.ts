"use server";

import { redirect } from "next/navigation";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { action } from "@/server/action";
import { wakeMailWorker } from "@/server/mail/mail-worker";
import { decideSecondLook } from "@/server/queue/decide-second-look";

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
      await decideSecondLook(db, actor, version === null ? answer : { ...answer, version });
      wakeMailWorker();
      const locale = form.get("locale");
      redirect(localPath(isLocale(locale) ? locale : DEFAULT_LOCALE, `/moderation/second/${id}?done=yes`));
    },
  });
}

export const agreeSecondAction = answered("second.agree", true);
export const declineSecondAction = answered("second.decline", false);
