import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import { finishPracticeAction } from "@/app/[locale]/(moderation)/moderation/practice/actions";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { PracticeForm } from "@/components/practice/practice-form";
import { Notice } from "@/components/ui/notice";
import { hasRole } from "@/domain/actor";
import { localPath } from "@/domain/language/locale";
import { keysOf } from "@/domain/lists/keys-of";
import { PRACTICE_ANSWERS, PRACTICE_CASES, PRACTICE_FROM_ROLE } from "@/domain/practice/practice-case";
import { hasPractised } from "@/server/campaigners/finish-practice";
import { getDb } from "@/server/database";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "moderation.practice" });
  return { title: t("title"), robots: { index: false } };
}

export default async function PracticePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const path = localPath(locale, "/moderation/practice");
  const actor = await requireRole(PRACTICE_FROM_ROLE, path);
  const t = await getTranslations("moderation.practice");
  const isPassed = (await queryValue(searchParams, "done")) === "passed";
  const isPast = isPassed || (await hasPractised(getDb(), actor));
  const next = hasRole(actor, "moderator") ? "/moderation" : "/reports";
  return (
    <>
      <PageTitle intro={<p>{t("intro")}</p>}>{t("title")}</PageTitle>
      {isPast ? (
        <Notice tone="good" role="status" title={t(isPassed ? "passedTitle" : "pastTitle")}>
          <p>{t("passed")}</p>
          <p>
            <LocalLink href={next}>{t("next")}</LocalLink>
          </p>
        </Notice>
      ) : null}
      {isPassed ? null : (
        <PracticeForm
          action={finishPracticeAction}
          path={path}
          locale={locale}
          cases={keysOf(PRACTICE_CASES).map((id, index) => ({
            id,
            title: t("caseTitle", { number: index + 1, name: t(`cases.${id}.title`) }),
            lines: (["sent", "source", "note"] as const).map((line) => t(`cases.${id}.${line}`)),
          }))}
          answers={PRACTICE_ANSWERS.map((value) => ({ value, label: t(`answers.${value}`) }))}
          words={{ ...(await smallFormWords()), question: t("question"), button: t("button") }}
        />
      )}
    </>
  );
}
