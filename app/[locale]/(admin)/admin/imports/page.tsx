import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { ImportList } from "@/components/imports/import-list";
import { PageTitle } from "@/components/layout/page-title";
import { buttonClasses } from "@/components/ui/button";
import { canImport } from "@/domain/imports/import-policy";
import { localPath } from "@/domain/language/locale";
import { getDb } from "@/server/database";
import { loadImportList } from "@/server/imports/engine/load-import";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "imports.list" });
  return { title: t("title"), description: t("metaDescription"), robots: { index: false } };
}

export default async function ImportsPage({ params }: Props) {
  const locale = await pageLocale(params);
  const actor = await requireRole("moderator", localPath(locale, "/admin/imports"));
  const t = await getTranslations("imports.list");
  const list = await loadImportList(getDb(), actor);
  return (
    <>
      <PageTitle intro={<p>{t("intro")}</p>}>{t("title")}</PageTitle>
      {canImport(actor) ? (
        <p className="mb-6">
          <a href={localPath(locale, "/admin/imports/new")} className={buttonClasses("primary")}>
            {t("new")}
          </a>
        </p>
      ) : null}
      {list.length === 0 ? <p>{t("none")}</p> : <ImportList list={list} />}
    </>
  );
}
