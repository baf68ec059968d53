import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { TipList } from "@/components/tips/tip-list";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { localPath } from "@/domain/language/locale";
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
  const asked = Number(await queryValue(searchParams, "page"));
  const { tips, total, page, pages } = await loadTips(getDb(), actor, asked);
  return (
    <>
      <Breadcrumbs
        label={(await getTranslations("common"))("breadcrumbs")}
        trail={[{ href: localPath(locale, "/moderation"), text: t("queue.title") }]}
      />
      <PageTitle intro={<p>{t("tips.intro")}</p>}>{t("tips.title")}</PageTitle>
      <p className="my-4 font-semibold">{t("tips.count", { total })}</p>
      <TipList tips={tips} />
      {pages > 1 ? (
        <p className="mt-3 flex flex-wrap gap-x-6">
          <span>{t("brake.pageOf", { page, pages })}</span>
          {page > 1 ? (
            <LocalLink href={`/moderation/tips?page=${page - 1}`}>{t("brake.pageBefore")}</LocalLink>
          ) : null}
          {page < pages ? (
            <LocalLink href={`/moderation/tips?page=${page + 1}`}>{t("brake.pageAfter")}</LocalLink>
          ) : null}
        </p>
      ) : null}
    </>
  );
}
