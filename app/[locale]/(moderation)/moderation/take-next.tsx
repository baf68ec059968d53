import { getTranslations } from "next-intl/server";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import { takeNextAction } from "@/app/[locale]/(moderation)/moderation/actions";
import { SmallForm } from "@/components/reports/small-form";

/** Begins a sitting of ten: takes the oldest report of a view that is free. */
export async function TakeNext({ view, locale, path }: { view: string; locale: string; path: string }) {
  const t = await getTranslations("moderation.queue");
  return (
    <SmallForm
      action={takeNextAction}
      path={path}
      words={await smallFormWords()}
      hidden={{ locale, view }}
      button={t("takeNext")}
      look="primary"
      shortcut="next"
      note={t("takeNextNote")}
    />
  );
}
