import { useLocale, useTranslations } from "next-intl";
import { LookUpForm } from "@/components/look-up/look-up-form";
import { LOOK_UP_PROBLEMS } from "@/domain/look-up/problem";

/** The look-up box with its words. `problem` is what was wrong with the last try, for a page without scripts. */
export function LookUpBox({ problem = null }: { problem?: string | null }) {
  const t = useTranslations("look-up");
  const common = useTranslations("common.errors");
  return (
    <LookUpForm
      locale={useLocale()}
      problem={problem}
      texts={{
        label: t("label"),
        hint: t("hint"),
        button: t("button"),
        searching: t("searching"),
        privacy: t("privacy"),
        nearest: t("nearest"),
        endedIn: t.raw("endedIn"),
        noList: t("noList"),
        sendWhole: t("sendWhole"),
        errorPrefix: common("prefix"),
        problems: Object.fromEntries(LOOK_UP_PROBLEMS.map((kind) => [kind, t(`problem.${kind}`)])),
      }}
    />
  );
}
