"use server";

import { redirect } from "next/navigation";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { action } from "@/server/action";
import { wakeMailWorker } from "@/server/mail/mail-worker";
import { closeTip, showTip } from "@/server/tips/decide-tip";

const textOf = (form: FormData, name: string) => String(form.get(name) ?? "");

function go(form: FormData, done: "shown" | "closed"): never {
  const locale = form.get("locale");
  const path = `/moderation/tips/${textOf(form, "tipId")}?done=${done}`;
  redirect(localPath(isLocale(locale) ? locale : DEFAULT_LOCALE, path));
}

const asked = (form: FormData) => ({ tipId: textOf(form, "tipId"), version: textOf(form, "version") });

export const showTipAction = action<never>({
  name: "tips.show",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    await showTip(db, actor, { ...asked(form), shown: textOf(form, "shown") });
    go(form, "shown");
  },
});

export const closeTipAction = action<never>({
  name: "tips.close",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    await closeTip(db, actor, { ...asked(form), answer: textOf(form, "answer") });
    wakeMailWorker();
    go(form, "closed");
  },
});
