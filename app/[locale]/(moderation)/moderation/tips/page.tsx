import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { Query } from "@/app/[locale]/(account)/query";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { QueueSearch } from "@/components/moderation/queue-search";
import { TipList } from "@/components/tips/tip-list";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { localPath } from "@/domain/language/locale";
import { readQueueAddress, WHOLE_QUEUE, writeQueueAddress } from "@/domain/reports/queue-address";
import { getDb } from "@/server/database";
import { loadTips } from "@/server/tips/load-tips";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "moderation.tips" });
  return { title: t("title"), description: t("metaDescription"), robots: { index: false } };
}

export default async function TipsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const actor = await requireRole("moderator", localPath(locale, "/moderation/tips"));
  const t = await getTranslations("moderation");
  const asked = await searchParams;
  const given = (name: string) => {
    const value = asked[name];
    return typeof value === "string" ? value : "";
  };
  const { q, area, age } = readQueueAddress(given);
  const address = { ...WHOLE_QUEUE, q, area, age };
  const found = await loadTips(getDb(), actor, Number(given("page")), new Date(), address);
  const { tips, total, page, pages, isAreaUnknown } = found;
  const pageAt = (number: number) => {
    const query = new URLSearchParams(writeQueueAddress(address));
    query.set("page", String(number));
    return `/moderation/tips?${query}`;
  };
  return (
    <>
      <Breadcrumbs
        label={(await getTranslations("common"))("breadcrumbs")}
        trail={[{ href: localPath(locale, "/moderation"), text: t("queue.title") }]}
      />
      <PageTitle intro={<p>{t("tips.intro")}</p>}>{t("tips.title")}</PageTitle>
      <QueueSearch
        address={address}
        isAreaUnknown={isAreaUnknown}
        path="/moderation/tips"
        asks={["q", "area", "age"]}
      />
      <p className="my-4 font-semibold">{t("tips.count", { total })}</p>
      <TipList tips={tips} />
      {pages > 1 ? (
        <p className="mt-3 flex flex-wrap gap-x-6">
          <span>{t("brake.pageOf", { page, pages })}</span>
          {page > 1 ? <LocalLink href={pageAt(page - 1)}>{t("brake.pageBefore")}</LocalLink> : null}
          {page < pages ? <LocalLink href={pageAt(page + 1)}>{t("brake.pageAfter")}</LocalLink> : null}
        </p>
      ) : null}
    </>
  );
}
