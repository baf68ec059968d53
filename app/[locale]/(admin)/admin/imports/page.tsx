import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { ImportList } from "@/components/imports/import-list";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { Button, buttonClasses } from "@/components/ui/button";
import { TextInput } from "@/components/ui/inputs";
import { canImport } from "@/domain/imports/import-policy";
import { localPath } from "@/domain/language/locale";
import { getDb } from "@/server/database";
import { IMPORTS_A_PAGE, loadImportList } from "@/server/imports/engine/load-import";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "imports.list" });
  return { title: t("title"), description: t("metaDescription"), robots: { index: false } };
}

export default async function ImportsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const actor = await requireRole("moderator", localPath(locale, "/admin/imports"));
  const t = await getTranslations("imports.list");
  const words = (await queryValue(searchParams, "q")).trim().slice(0, 100);
  const asked = Number(await queryValue(searchParams, "page"));
  const page = Number.isSafeInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1;
  const { rows, total } = await loadImportList(getDb(), actor, { words, page });
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
      <form method="get" className="mb-6 flex max-w-line flex-wrap items-end gap-3">
        <div className="min-w-0 grow">
          <TextInput id="q" label={t("search")} hint={t("searchHint")} defaultValue={words} maxLength={100} />
        </div>
        <Button look="secondary">{t("searchSend")}</Button>
      </form>
      {words === "" ? null : (
        <p className="mb-4">
          <LocalLink href="/admin/imports">{t("all")}</LocalLink>
        </p>
      )}
      {rows.length === 0 ? (
        <p>{t(words === "" ? "none" : "notFound")}</p>
      ) : (
        <ImportList list={rows} range={{ page, size: IMPORTS_A_PAGE, total, words }} />
      )}
    </>
  );
}
