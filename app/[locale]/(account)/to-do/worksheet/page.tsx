import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getMessages, getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { changeFormWords } from "@/app/[locale]/(account)/reports/change-words";
import { sendWorksheetAction } from "@/app/[locale]/(account)/to-do/worksheet/actions";
import { pageLocale } from "@/app/i18n/page-locale";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { WorksheetForm } from "@/components/to-do/worksheet-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Notice } from "@/components/ui/notice";
import { ukToday } from "@/domain/dates/partial-date";
import { localPath } from "@/domain/language/locale";
import { requireActorOfPage } from "@/server/auth/current-actor";
import { getDb } from "@/server/database";
import { SUBMISSION_KEY } from "@/server/reports/moves/begin-report";
import { licenceAgreedAt } from "@/server/reports/moves/licence-agreed";
import { loadReturnedWorksheet, loadWorksheet } from "@/server/to-do/load-worksheet";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "to-do.worksheet" });
  return { title: t("title"), description: t("metaDescription"), robots: { index: false } };
}

export default async function WorksheetPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const asked = await queryValue(searchParams, "area");
  const sent = Number(await queryValue(searchParams, "sent"));
  const path = localPath(locale, `/to-do/worksheet?${new URLSearchParams({ area: asked })}`);
  const actor = await requireActorOfPage(path);
  const t = await getTranslations("to-do.worksheet");
  const toDo = await getTranslations("to-do");
  const { "to-do": text } = await getMessages();
  const { area, places, further } =
    actor.kind === "campaigner"
      ? await loadWorksheet(getDb(), actor, asked)
      : await loadReturnedWorksheet(getDb(), asked);
  if (!area)
    return (
      <>
        <PageTitle>{t("title")}</PageTitle>
        <p>
          {t("noArea")} <LocalLink href="/to-do">{t("choose")}</LocalLink>
        </p>
      </>
    );
  const list = localPath(locale, `/to-do?${new URLSearchParams({ area: `${area.kind}/${area.slug}` })}`);
  const words = await changeFormWords(await licenceAgreedAt(getDb(), actor));
  const { form, answers } = text.worksheet;
  return (
    <>
      <Breadcrumbs
        label={(await getTranslations("common"))("breadcrumbs")}
        trail={[{ href: list, text: toDo("titleIn", { area: area.name }) }]}
      />
      <PageTitle intro={<p>{t("intro")}</p>}>{t("titleIn", { area: area.name })}</PageTitle>
      <Notice title={toDo("evidence")}>
        <p>{toDo("evidenceText")}</p>
      </Notice>
      {sent > 0 ? (
        <Notice role="status">
          <p>
            {t("sent", { count: sent })} <LocalLink href="/reports">{t("yours")}</LocalLink>
          </p>
        </Notice>
      ) : null}
      {places.length === 0 ? (
        <p>{t("nothing")}</p>
      ) : (
        <WorksheetForm
          // A sheet of its own after each that was sent.
          key={places[0]?.id}
          action={sendWorksheetAction}
          path={path}
          words={{
            ...words,
            text: { ...words.text, ...form },
            answers,
          }}
          places={places}
          today={ukToday()}
          hidden={{ locale, area: `${area.kind}/${area.slug}`, [SUBMISSION_KEY]: randomUUID() }}
        />
      )}
      {further > 0 ? <p className="mt-4 print:hidden">{t("further", { count: further })}</p> : null}
    </>
  );
}
