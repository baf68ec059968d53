import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { Query } from "@/app/[locale]/(account)/query";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { AuditCheckNotice } from "@/components/moderation/audit-check-notice";
import { AuditFilterForm } from "@/components/moderation/audit-filter-form";
import { AuditTable } from "@/components/moderation/audit-table";
import { readAuditFilter, writeAuditFilter } from "@/domain/audit/audit-filter";
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
  const query = await searchParams;
  const given = (name: string) => {
    const value = query[name];
    return typeof value === "string" ? value : null;
  };
  const { filter, problems } = readAuditFilter(given);
  const asked = Number(given("before"));
  const before = Number.isSafeInteger(asked) && asked > 0 ? asked : undefined;
  const { lines, older, check, isUnknown } = await loadAudit(getDb(), actor, { before, filter });
  const sifted = writeAuditFilter(filter);
  return (
    <>
      <PageTitle intro={<p>{t("intro")}</p>}>{t("title")}</PageTitle>
      <AuditCheckNotice check={check} />
      <AuditFilterForm
        filter={filter}
        typed={{ from: given("from") ?? "", until: given("until") ?? "" }}
        problems={problems}
        isUnknown={isUnknown}
      />
      {lines.length > 0 ? (
        <>
          <p className="my-4">
            <a href={`/admin/audit/csv${sifted}`}>{t("csv")}</a> <span>{t("csvNote")}</span>
          </p>
          <AuditTable lines={lines} />
        </>
      ) : isUnknown ? null : (
        <p>{t(sifted === "" || before !== undefined ? "none" : "noneFound")}</p>
      )}
      {older === null ? null : (
        <p className="mt-4">
          <LocalLink href={`/admin/audit${writeAuditFilter(filter, older)}`}>{t("older")}</LocalLink>
        </p>
      )}
    </>
  );
}
