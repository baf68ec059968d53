import type { Metadata } from "next";
import { getMessages, getTranslations } from "next-intl/server";
import { stage } from "@/app/[locale]/(admin)/admin/imports/actions";
import { importFormWords } from "@/app/[locale]/(admin)/admin/imports/form-words";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { NewImportForm } from "@/components/imports/new-import-form";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { localPath } from "@/domain/language/locale";
import { SOURCE_KINDS } from "@/domain/sources/source";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "imports.new" });
  return { title: t("title"), description: t("metaDescription"), robots: { index: false } };
}

export default async function NewImportPage({ params }: Props) {
  const locale = await pageLocale(params);
  const path = localPath(locale, "/admin/imports/new");
  await requireRole("admin", path);
  const { imports, services } = await getMessages();
  const t = await getTranslations("imports.new");
  const kinds = SOURCE_KINDS.map((value) => ({ value, label: services.claim.sourceKind[value] }));
  return (
    <>
      <PageTitle intro={<p>{t("intro")}</p>}>{t("title")}</PageTitle>
      <p className="mb-6">
        <LocalLink href="/admin/imports/template">{t("template")}</LocalLink>
      </p>
      <NewImportForm
        action={stage}
        path={path}
        locale={locale}
        words={await importFormWords()}
        text={imports.new}
        kinds={kinds}
      />
    </>
  );
}
