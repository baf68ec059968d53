import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { FactorRule } from "@/app/[locale]/(admin)/admin/security/factor-rule";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { SecurityLogTable } from "@/components/security/security-log-table";
import { localPath } from "@/domain/language/locale";
import { PROVOKED_AN_HOUR } from "@/domain/security/event";
import { getDb } from "@/server/database";
import { loadFactorRule } from "@/server/second-factor/load-second-factor";
import { loadSecurityLog } from "@/server/security/load-security-log";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "security.log" });
  return { title: t("title"), description: t("metaDescription"), robots: { index: false } };
}

export default async function SecurityLogPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const actor = await requireRole("admin", localPath(locale, "/admin/security"));
  const t = await getTranslations("security.log");
  const asked = Number(await queryValue(searchParams, "before"));
  const before = Number.isSafeInteger(asked) && asked > 0 ? asked : undefined;
  const { lines, older } = await loadSecurityLog(getDb(), actor, { before });
  const rule = await loadFactorRule(getDb(), actor);
  const intro = (
    <>
      <p>{t("intro")}</p>
      <p>{t("limit", { count: PROVOKED_AN_HOUR })}</p>
    </>
  );
  return (
    <>
      <PageTitle intro={intro}>{t("title")}</PageTitle>
      <FactorRule {...rule} locale={locale} />
      <h2 className="mt-10">{t("entries")}</h2>
      {lines.length === 0 ? <p>{t("none")}</p> : <SecurityLogTable lines={lines} />}
      {older === null ? null : (
        <p className="mt-4">
          <LocalLink href={`/admin/security?before=${older}`}>{t("older")}</LocalLink>
        </p>
      )}
    </>
  );
}
