"use server";

import { redirect } from "next/navigation";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { readView } from "@/domain/reports/queue-view";
import { readSitting, sittingPath } from "@/domain/reports/sitting";
import { action } from "@/server/action";
import { keepQueueView, removeQueueView } from "@/server/queue/keep-view";
import { takeNext } from "@/server/queue/take-next";

const textOf = (form: FormData, name: string) => String(form.get(name) ?? "");

function inLanguage(form: FormData, path: string): string {
  const locale = form.get("locale");
  return localPath(isLocale(locale) ? locale : DEFAULT_LOCALE, path);
}

/** Takes the next report of the view; where none is left the queue says so. */
export const takeNextAction = action<never>({
  name: "queue.take-next",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    const view = readView(textOf(form, "view"));
    const next = await takeNext(db, actor, { view });
    redirect(inLanguage(form, next ? sittingPath(next, readSitting("1", view)) : `/moderation${view}`));
  },
});

export const keepViewAction = action<never>({
  name: "queue.keep-view",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    const address = await keepQueueView(db, actor, {
      name: textOf(form, "name"),
      address: textOf(form, "view"),
    });
    redirect(inLanguage(form, `/moderation${address}`));
  },
});

export const removeViewAction = action<never>({
  name: "queue.remove-view",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    await removeQueueView(db, actor, { id: textOf(form, "id") });
    redirect(inLanguage(form, `/moderation${readView(textOf(form, "view"))}`));
  },
});
