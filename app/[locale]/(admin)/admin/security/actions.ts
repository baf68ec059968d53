"use server";

import { redirect } from "next/navigation";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { action } from "@/server/action";
import { requireSecondFactor } from "@/server/second-factor/require-second-factor";

export const setFactorRule = action<never>({
  name: "second-factor.require",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    await requireSecondFactor(db, actor, form.get("required") === "yes");
    const locale = form.get("locale");
    redirect(localPath(isLocale(locale) ? locale : DEFAULT_LOCALE, "/admin/security"));
  },
});
