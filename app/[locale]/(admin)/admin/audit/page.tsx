import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { AuditCheckNotice } from "@/components/moderation/audit-check-notice";
import { AuditTable } from "@/components/moderation/audit-table";
import { localPath } from "@/domain/language/locale";
import { getDb } from "@/server/database";
import { loadAudit } from "@/server/reports/pages/load-audit";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "moderation.audit" });
  return { title: t("title"), description: t("metaDescription"), robots: { index: false } };
}

export default async function AuditPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const actor = await requireRole("admin", localPath(locale, "/admin/audit"));
  const t = await getTranslations("moderation.audit");
  const asked = Number(await queryValue(searchParams, "before"));
  const before = Number.isSafeInteger(asked) && asked > 0 ? asked : undefined;
  const { lines, older, check } = await loadAudit(getDb(), actor, { before });
  return (
    <>
      <PageTitle intro={<p>{t("intro")}</p>}>{t("title")}</PageTitle>
      <AuditCheckNotice check={check} />
      {lines.length === 0 ? <p>{t("none")}</p> : <AuditTable lines={lines} />}
      {older === null ? null : (
        <p className="mt-4">
          <LocalLink href={`/admin/audit?before=${older}`}>{t("older")}</LocalLink>
        </p>
      )}
    </>
  );
}
