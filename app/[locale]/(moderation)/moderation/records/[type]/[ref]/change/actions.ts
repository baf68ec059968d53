"use server";

import { redirect } from "next/navigation";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { action } from "@/server/action";
import { answerLinkButton } from "@/server/links/answer-link-button";
import { changeEntry, keepEntryChange } from "@/server/reports/moves/change-entry";

function go(form: FormData, path: string): never {
  const locale = form.get("locale");
  redirect(localPath(isLocale(locale) ? locale : DEFAULT_LOCALE, path));
}

const recordOf = (form: FormData) =>
  `/moderation/records/${String(form.get("aboutType"))}/${String(form.get("aboutId"))}`;

/** Keeps what was written, and shows what it would do. */
export const showChangeAction = action<never>({
  name: "records.show-change",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    const given = Object.fromEntries(form);
    await answerLinkButton(db, actor, given);
    const draftId = await keepEntryChange(db, actor, given);
    go(form, `${recordOf(form)}/change?draft=${draftId}`);
  },
});

/** Makes the change that was shown. */
export const changeEntryAction = action<never>({
  name: "records.change",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    const [draftId, version] = [String(form.get("draftId") ?? ""), String(form.get("version") ?? "")];
    const changed = await changeEntry(db, actor, { draftId, version });
    go(form, `${recordOf(form)}?done=${changed.state === "changed" ? "changed" : "second"}`);
  },
});
