import type { Metadata } from "next";
import { getMessages, getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { stageListAction } from "@/app/[locale]/(admin)/admin/imports/actions";
import { importFormWords } from "@/app/[locale]/(admin)/admin/imports/form-words";
import { NewEdition } from "@/app/[locale]/(admin)/admin/imports/new/new-edition";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { ImportWays } from "@/components/imports/import-ways";
import { NewImportForm } from "@/components/imports/new-import-form";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { localPath } from "@/domain/language/locale";
import { SOURCE_KINDS } from "@/domain/sources/source";

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "imports" });
  const isEdition = (await queryValue(searchParams, "what")) === "register";
  return {
    title: t(isEdition ? "edition.title" : "new.title"),
    description: t("new.metaDescription"),
    robots: { index: false },
  };
}

export default async function NewImportPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const path = localPath(locale, "/admin/imports/new");
  const actor = await requireRole("admin", path);
  if ((await queryValue(searchParams, "what")) === "register")
    return <NewEdition actor={actor} locale={locale} path={`${path}?what=register`} />;
  const { imports, services } = await getMessages();
  const t = await getTranslations("imports.new");
  const kinds = SOURCE_KINDS.map((value) => ({ value, label: services.claim.sourceKind[value] }));
  return (
    <>
      <PageTitle intro={<p>{t("intro")}</p>}>{t("title")}</PageTitle>
      <ImportWays chosen="list" />
      <p className="mb-6">
        <LocalLink href="/admin/imports/template">{t("template")}</LocalLink>
      </p>
      <NewImportForm
        action={stageListAction}
        path={path}
        locale={locale}
        words={await importFormWords()}
        text={imports.new}
        kinds={kinds}
      />
    </>
  );
}
