"use server";

import { redirect } from "next/navigation";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/domain/language/locale";
import { keysOf } from "@/domain/lists/keys-of";
import { PRACTICE_CASES } from "@/domain/practice/practice-case";
import { action } from "@/server/action";
import { finishPractice } from "@/server/campaigners/finish-practice";

export const finishPracticeAction = action<never>({
  name: "practice.finish",
  signedIn: true,
  run: async ({ actor, db, form }) => {
    await finishPractice(
      db,
      actor,
      Object.fromEntries(keysOf(PRACTICE_CASES).map((name) => [name, form.get(name) ?? ""])),
    );
    const locale = form.get("locale");
    redirect(localPath(isLocale(locale) ? locale : DEFAULT_LOCALE, "/moderation/practice?done=passed"));
  },
});
