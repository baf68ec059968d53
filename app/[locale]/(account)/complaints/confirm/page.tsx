import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { confirmSentAction } from "@/app/[locale]/(account)/complaints/confirm/actions";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { sentInQuery } from "@/app/[locale]/(account)/read-sent";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import { pageLocale } from "@/app/i18n/page-locale";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { SmallForm } from "@/components/reports/small-form";
import { SentNotice } from "@/components/senders/sent-notice";
import { localPath } from "@/domain/language/locale";
import { RETENTION } from "@/domain/privacy/retention";
import { campaign } from "@/env";
import { isLinkOfSent } from "@/server/complaints/confirm-sent";
import { getDb } from "@/server/database";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "senders.confirm" });
  // The address holds a key. Not "no-referrer": browsers would then send the button's form with "Origin: null".
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

/** Where the mailed link leads. Opening it does nothing, because mail scanners open links; the button sends. */
export default async function ConfirmSentPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations("senders.confirm");
  const sent = await sentInQuery(searchParams);
  if (sent)
    return (
      <>
        <PageTitle>{t("doneTitle")}</PageTitle>
        <SentNotice sent={sent} title={t("doneTitle")} contact={campaign().contact} />
      </>
    );
  const token = await queryValue(searchParams, "token");
  if (token === "" || !(await isLinkOfSent(getDb(), token)))
    return (
      <>
        <PageTitle intro={<p>{t("over", { days: RETENTION.unconfirmed.count })}</p>}>
          {t("overTitle")}
        </PageTitle>
        <LocalLink href="/search">{t("again")}</LocalLink>
      </>
    );
  return (
    <>
      <PageTitle intro={<p>{t("intro")}</p>}>{t("title")}</PageTitle>
      <SmallForm
        action={confirmSentAction}
        path={localPath(locale, "/complaints/confirm")}
        words={await smallFormWords()}
        hidden={{ locale, token }}
        button={t("button")}
        look="primary"
      />
    </>
  );
}
