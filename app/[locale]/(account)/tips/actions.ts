"use server";

import { redirect } from "next/navigation";
import { sentQuery } from "@/app/[locale]/(account)/read-sent";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { action } from "@/server/action";
import { clientAddress } from "@/server/auth/client-address";
import { wakeMailWorker } from "@/server/mail/mail-worker";
import { sendTip } from "@/server/tips/send-tip";

export const sendTipAction = action<never>({
  name: "tips.send",
  secret: ["work"],
  run: async ({ actor, db, form }) => {
    const given = form.get("locale");
    const locale = isLocale(given) ? given : DEFAULT_LOCALE;
    const textOf = (name: string) => String(form.get(name) ?? "");
    const area = textOf("area");
    const sent = await sendTip(db, {
      area,
      whereabouts: textOf("whereabouts"),
      says: textOf("says"),
      link: textOf("link"),
      email: textOf("email"),
      locale,
      actor,
      website: textOf("website"),
      work: textOf("work"),
      from: await clientAddress(),
    });
    wakeMailWorker();
    const about = area === "" ? "" : `&${new URLSearchParams({ area })}`;
    redirect(localPath(locale, `/tips?${sentQuery(sent)}${about}`));
  },
});
