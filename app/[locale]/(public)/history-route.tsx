import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { notFoundMetadata } from "@/app/i18n/not-found-metadata";
import { pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { StructuredPage } from "@/app/i18n/structured-data";
import { HistoryPage } from "@/components/claims/history-page";
import { GonePage } from "@/components/layout/gone-page";
import { NotFoundPage } from "@/components/layout/not-found-page";
import { localPath } from "@/domain/language/locale";
import { type EntryType, entryPath } from "@/domain/records/entry-path";
import { findMovedPage } from "@/server/pages/find-moved-page";
import { isErasedAddress } from "@/server/pages/is-erased-address";
import { loadRecordHistory } from "@/server/pages/load-record-history";

export type HistoryRouteProps = { params: Promise<{ locale: string; slug: string }> };

const load = cache(loadRecordHistory);

/** Title and description of the history of an entry; search engines keep the entry's own page. */
export async function historyMetadata(type: EntryType, { params }: HistoryRouteProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const history = await load(type, slug);
  if (!history) return notFoundMetadata();
  const t = await getTranslations("services.history");
  const { name } = history.entry;
  const words = { title: t("title", { name }), description: t("metaDescription", { name }) };
  return {
    ...(await pageMetadata(locale, `${entryPath(type, slug)}/history`, words)),
    robots: { index: false },
  };
}

/** An entry that was merged or renamed leads on for good; one that is not public is not found. */
export async function HistoryRoute({
  type,
  route: { params },
}: {
  type: EntryType;
  route: HistoryRouteProps;
}) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const history = await load(type, slug);
  if (history) {
    const name = (await getTranslations("services.history"))("title", { name: history.entry.name });
    return (
      <>
        <StructuredPage locale={locale} path={`${entryPath(type, slug)}/history`} name={name} />
        <HistoryPage history={history} />
      </>
    );
  }
  const moved = await findMovedPage(type, slug);
  if (moved) permanentRedirect(localPath(locale, `${moved}/history`));
  return (await isErasedAddress(type, slug)) ? <GonePage /> : <NotFoundPage />;
}
