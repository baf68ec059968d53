"use server";

import { redirect } from "next/navigation";
import type { CampaignerActor } from "@/domain/actor";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { action } from "@/server/action";
import type { Db } from "@/server/database";
import { wakeMailWorker } from "@/server/mail/mail-worker";
import { splitRecord } from "@/server/records/split-record";
import { revertRecord } from "@/server/reports/changes/revert-record";
import { undoChange } from "@/server/reports/changes/undo-change";

const textOf = (form: FormData, name: string) => String(form.get(name) ?? "");

/** One way back of an entry's history, which is shown again as it stands after it. */
function goBack(done: string, run: (db: Db, actor: CampaignerActor, form: FormData) => Promise<unknown>) {
  return action<never>({
    name: `records.${done}`,
    signedIn: true,
    run: async ({ actor, db, form }) => {
      await run(db, actor, form);
      const [type, ref, locale] = [textOf(form, "type"), textOf(form, "ref"), form.get("locale")];
      const path = `/moderation/records/${type}/${encodeURIComponent(ref)}/history?done=${done}`;
      redirect(localPath(isLocale(locale) ? locale : DEFAULT_LOCALE, path));
    },
  });
}

export const revertAction = goBack("reverted", (db, actor, form) =>
  revertRecord(db, actor, {
    type: textOf(form, "type"),
    id: textOf(form, "id"),
    to: Number(form.get("to")),
    version: textOf(form, "version"),
    reason: textOf(form, "reason"),
  }),
);
export const takeBackChangeAction = goBack("taken-back", async (db, actor, form) => {
  await undoChange(db, actor, {
    batchId: textOf(form, "batchId"),
    version: textOf(form, "version"),
    reason: textOf(form, "reason"),
  });
  wakeMailWorker();
});
export const splitAction = goBack("split", (db, actor, form) =>
  splitRecord(db, actor, {
    type: textOf(form, "type"),
    ref: textOf(form, "ref"),
    reason: textOf(form, "reason"),
  }),
);
