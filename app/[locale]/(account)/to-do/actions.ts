"use server";

import { redirect } from "next/navigation";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { action } from "@/server/action";
import { giveTaskBack, takeTask } from "@/server/to-do/take-task";

const taskOf = (form: FormData) => ({ kind: form.get("kind"), recordId: form.get("recordId") });

export const takeTaskAction = action<never>({
  name: "tasks.take",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    await takeTask(db, actor, taskOf(form));
    redirect(listPath(form));
  },
});

export const giveTaskBackAction = action<never>({
  name: "tasks.give-back",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    await giveTaskBack(db, actor, taskOf(form));
    redirect(listPath(form));
  },
});

function listPath(form: FormData): string {
  const locale = form.get("locale");
  const query = new URLSearchParams({ area: String(form.get("area") ?? "") });
  return localPath(isLocale(locale) ? locale : DEFAULT_LOCALE, `/to-do?${query}`);
}
