"use server";

import { redirect } from "next/navigation";
import { sentQuery } from "@/app/[locale]/(account)/read-sent";
import { NotFoundError } from "@/domain/errors";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { action } from "@/server/action";
import { confirmSent } from "@/server/complaints/confirm-sent";
import { wakeMailWorker } from "@/server/mail/mail-worker";

/** The button behind the link that confirms what was sent without an account. */
export const confirmSentAction = action<never>({
  name: "complaints.confirm",
  secret: ["token"],
  run: async ({ db, form }) => {
    const given = form.get("locale");
    const locale = isLocale(given) ? given : DEFAULT_LOCALE;
    const token = String(form.get("token") ?? "");
    const sent = await confirmSent(db, { token, locale }).catch((error: unknown) => {
      if (!(error instanceof NotFoundError)) throw error;
      // Its page says that it is over, and what to do.
      redirect(localPath(locale, `/complaints/confirm?${new URLSearchParams({ token })}`));
    });
    wakeMailWorker();
    redirect(localPath(locale, `/complaints/confirm?${sentQuery(sent)}`));
  },
});
