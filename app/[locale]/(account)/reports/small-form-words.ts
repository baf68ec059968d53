import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { ACTION_KEYS } from "@/components/reports/action-key";
import type { SmallFormWords } from "@/components/reports/small-form";
import { localPath } from "@/domain/language/locale";

/** Words for what can go wrong with the small forms of reports and moderation. */
export async function smallFormWords(): Promise<SmallFormWords> {
  const { reports, moderation, common: chrome } = await getMessages();
  const common = await getTranslations("common.errors");
  const t = await getTranslations("reports.failures");
  const conflicts = Object.fromEntries(
    Object.entries(ACTION_KEYS).map(([action, key]) => [
      action,
      t("conflictWith", { what: moderation.actions[key], who: "{who}" }),
    ]),
  );
  return {
    errorPrefix: common("prefix"),
    summaryTitle: common("summaryTitle"),
    errors: { ...reports.errors, ...moderation.errors },
    failures: {
      moderator: moderation.one.moderator,
      ...moderation.refusals,
      ...conflicts,
      ...reports.failures,
    },
    signIn: { href: localPath(await getLocale(), "/sign-in"), text: t("signInLink") },
    practice: {
      href: localPath(await getLocale(), "/moderation/practice"),
      text: moderation.practice.openLink,
    },
    kept: chrome.kept,
    text: {},
  };
}
