"use server";

import { redirect } from "next/navigation";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { action } from "@/server/action";
import { wakeMailWorker } from "@/server/mail/mail-worker";
import { goOnBehind } from "@/server/queue/go-on";
import { beginBulk, beginDeciding, beginTakingBack, workThrough } from "@/server/queue/run-bulk";

const textOf = (form: FormData, name: string) => String(form.get(name) ?? "");

function runPath(form: FormData, id: string): string {
  const locale = form.get("locale");
  return localPath(isLocale(locale) ? locale : DEFAULT_LOCALE, `/moderation/several/${id}`);
}

export const beginBulkAction = action<never>({
  name: "bulk.begin",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    const id = await beginBulk(db, actor, {
      chosen: form.getAll("chosen"),
      decision: form.get("decision"),
      reason: textOf(form, "reason"),
      view: textOf(form, "view"),
      submissionKey: textOf(form, "submissionKey"),
    });
    await goOnBehind(workThrough(db, actor, id), "bulk");
    redirect(runPath(form, id));
  },
});

/** Decides what can be decided; what takes longer goes on behind the page. */
export const decideBulkAction = action<never>({
  name: "bulk.decide",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    const id = textOf(form, "runId");
    await beginDeciding(db, actor, id);
    await goOnBehind(workThrough(db, actor, id).finally(wakeMailWorker), "bulk");
    redirect(runPath(form, id));
  },
});

/** Goes on where it stopped, for instance because the site was started anew. */
export const goOnBulkAction = action<never>({
  name: "bulk.go-on",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    const id = textOf(form, "runId");
    await goOnBehind(workThrough(db, actor, id).finally(wakeMailWorker), "bulk");
    redirect(runPath(form, id));
  },
});

export const takeBackBulkAction = action<never>({
  name: "bulk.take-back",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    const id = textOf(form, "runId");
    await beginTakingBack(db, actor, { id, reason: textOf(form, "reason") });
    await goOnBehind(workThrough(db, actor, id).finally(wakeMailWorker), "bulk");
    redirect(runPath(form, id));
  },
});
