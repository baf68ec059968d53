import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { sentInQuery } from "@/app/[locale]/(account)/read-sent";
import { senderWords } from "@/app/[locale]/(account)/sender-words";
import { sendTipAction } from "@/app/[locale]/(account)/tips/actions";
import { pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { SentNotice } from "@/components/senders/sent-notice";
import { TipForm } from "@/components/tips/tip-form";
import { areaOfRef } from "@/domain/areas/area-ref";
import { KEEP_ADDRESS_DAYS } from "@/domain/complaints/complaint";
import { localPath } from "@/domain/language/locale";
import { passesForPostcode } from "@/domain/look-up/near-postcode";
import { MAX_QUERY } from "@/domain/search/normalise";
import { campaign } from "@/env";
import { findPublicRecord } from "@/server/complaints/find-public-record";
import { getDb } from "@/server/database";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "tips.form" });
  const words = { title: t("title"), description: t("metaDescription") };
  return { ...(await pageMetadata(locale, "/tips", words)), robots: { index: false } };
}

/** Something that is missing, from anybody, in their own words: from an area's page, or where a search found nothing or little. */
export default async function TipPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations("tips.form");
  const ref = await queryValue(searchParams, "area");
  const asked = areaOfRef(ref);
  const area = asked && (await findPublicRecord(getDb(), "area", ref));
  const typed = (await queryValue(searchParams, "where")).slice(0, MAX_QUERY);
  const sent = await sentInQuery(searchParams);
  const words = await senderWords("tips", t("emailHint", { days: KEEP_ADDRESS_DAYS }));
  const areaPath = asked && area ? `${asked.kind}/${asked.slug}` : "";
  return (
    <>
      <PageTitle
        over={area?.name ? t("inArea", { area: area.name }) : undefined}
        intro={sent ? null : <p>{t("intro")}</p>}
      >
        {t("title")}
      </PageTitle>
      {sent ? (
        <SentNotice sent={sent} title={t("sentTitle")} contact={campaign().contact} />
      ) : (
        <TipForm
          action={sendTipAction}
          path={localPath(locale, "/tips")}
          hidden={{ locale, area: area ? ref : "" }}
          // What is a postcode stands in nobody's address, whoever put it there.
          whereabouts={passesForPostcode(typed) ? "" : typed || (area?.name ?? "")}
          words={{
            ...words,
            whereabouts: t("whereabouts"),
            whereaboutsHint: t("whereaboutsHint"),
            says: t("says"),
            saysHint: t("saysHint"),
            button: t("send"),
          }}
        />
      )}
      <p className="mt-6">
        <LocalLink href={areaPath ? `/reports/new?area=${areaPath}` : "/reports/new"}>
          {t("report")}
        </LocalLink>
      </p>
      {areaPath && area?.name ? (
        <p className="mt-3">
          <LocalLink href={`/areas/${areaPath}`}>{t("backToArea", { area: area.name })}</LocalLink>
        </p>
      ) : null}
    </>
  );
}
