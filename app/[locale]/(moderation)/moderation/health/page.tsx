import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { PageTitle } from "@/components/layout/page-title";
import { HealthTables } from "@/components/moderation/health-tables";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { localPath } from "@/domain/language/locale";
import { HEALTH_DAYS } from "@/domain/reports/work-health";
import { getDb } from "@/server/database";
import { loadWorkHealth } from "@/server/reports/pages/load-work-health";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "moderation.health" });
  return { title: t("title"), robots: { index: false } };
}

export default async function HealthPage({ params }: Props) {
  const locale = await pageLocale(params);
  const actor = await requireRole("moderator", localPath(locale, "/moderation/health"));
  const t = await getTranslations("moderation");
  const common = await getTranslations("common");
  return (
    <>
      <Breadcrumbs
        label={common("breadcrumbs")}
        trail={[{ href: localPath(locale, "/moderation"), text: t("queue.title") }]}
      />
      <PageTitle intro={<p>{t("health.intro", { days: HEALTH_DAYS })}</p>}>{t("health.title")}</PageTitle>
      <HealthTables health={await loadWorkHealth(getDb(), actor)} />
    </>
  );
}
