import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import { EraseSent } from "@/app/[locale]/(moderation)/moderation/second/erase-sent";
import { closeTipAction, showTipAction } from "@/app/[locale]/(moderation)/moderation/tips/actions";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import { PageTitle } from "@/components/layout/page-title";
import { FlagNotice } from "@/components/moderation/flag-notice";
import { SmallForm } from "@/components/reports/small-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { buttonClasses } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { momentWords } from "@/domain/dates/moment-in-words";
import { NotFoundError } from "@/domain/errors";
import { localPath } from "@/domain/language/locale";
import { referenceOf } from "@/domain/senders/sender";
import { getDb } from "@/server/database";
import { loadTip } from "@/server/tips/load-tips";

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "moderation.tips" });
  return { title: t("title"), robots: { index: false } };
}

export default async function TipPageForModerators({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const path = localPath(locale, `/moderation/tips/${id}`);
  const actor = await requireRole("moderator", path);
  const tip = await loadTip(getDb(), actor, id).catch((error: unknown) => {
    if (error instanceof NotFoundError) notFound();
    throw error;
  });
  const t = await getTranslations("moderation.tips");
  const erasing = await getTranslations("moderation.eraseSent");
  const common = await getTranslations("common");
  const format = momentWords(common("dateLanguage"));
  const words = await smallFormWords();
  const hidden = { locale, tipId: tip.id, version: String(tip.version) };
  const done = await queryValue(searchParams, "done");
  return (
    <>
      <Breadcrumbs
        label={common("breadcrumbs")}
        trail={[{ href: localPath(locale, "/moderation/tips"), text: t("title") }]}
      />
      <PageTitle over={t("over", { number: referenceOf(id) })}>
        {tip.whereabouts || t("over", { number: referenceOf(id) })}
      </PageTitle>
      {done === "shown" || done === "closed" ? (
        <Notice tone="good" role="status">
          <p>{t(`done.${done}`)}</p>
        </Notice>
      ) : null}
      {done === "erase-asked" || done === "erased" ? (
        <Notice tone="good" role="status">
          <p>{erasing(`done.${done}`)}</p>
        </Notice>
      ) : null}
      <FlagNotice flags={tip.flags} />
      <Facts
        facts={[
          ...(tip.area
            ? [
                {
                  name: t("area"),
                  value: (
                    <LocalLink href={`/areas/${tip.area.kind}/${tip.area.slug}`}>
                      <LocalName name={tip.area.name} nameCy={tip.area.nameCy} />
                    </LocalLink>
                  ),
                },
              ]
            : []),
          {
            name: t("says"),
            value: (
              <span className="whitespace-pre-line">
                {tip.says || (tip.erasedAt ? erasing("gone") : t("saysGone"))}
              </span>
            ),
          },
          {
            name: t("source"),
            value: tip.link ? (
              <a href={tip.link} rel="nofollow noopener ugc">
                {tip.link}
              </a>
            ) : tip.erasedAt ? (
              erasing("gone")
            ) : (
              t("noSource")
            ),
          },
          { name: t("sentOn"), value: format.moment(tip.createdAt) },
        ]}
      />
      {tip.reportId ? (
        <p className="mt-6">
          <LocalLink href={`/moderation/${tip.reportId}`}>{t("reportLink")}</LocalLink>
        </p>
      ) : tip.closedAt ? null : (
        <p className="mt-6">
          <LocalLink href={`/reports/new?tip=${tip.id}`} className={buttonClasses("primary")}>
            {t("report")}
          </LocalLink>
        </p>
      )}
      {tip.erasedAt ? (
        <p className="mt-6">{erasing("erasedOn", { date: format.moment(tip.erasedAt) })}</p>
      ) : tip.closedAt ? (
        <p className="mt-6 whitespace-pre-line">
          {t("closed", { date: format.moment(tip.closedAt), answer: tip.answer ?? "" })}
        </p>
      ) : (
        <>
          <Section id="show" title={t(tip.shown === null ? "showTitle" : "showAgainTitle")}>
            <SmallForm
              action={showTipAction}
              path={path}
              words={words}
              hidden={hidden}
              fields={[
                {
                  id: "shown-text",
                  name: "shown",
                  kind: "text",
                  label: t("show"),
                  hint: t("showHint"),
                  value: tip.shown ?? "",
                },
              ]}
              button={t("showButton")}
            />
          </Section>
          <Section id="close" title={t("closeTitle")}>
            <SmallForm
              action={closeTipAction}
              path={path}
              words={words}
              hidden={hidden}
              fields={[
                {
                  id: "answer-text",
                  name: "answer",
                  kind: "text",
                  label: t(tip.hasAddress ? "close" : "closeNoAddress"),
                  hint: t("closeHint"),
                },
              ]}
              button={t("closeButton")}
            />
          </Section>
        </>
      )}
      <EraseSent actor={actor} kind="tip" id={tip.id} locale={locale} path={path} />
    </>
  );
}
