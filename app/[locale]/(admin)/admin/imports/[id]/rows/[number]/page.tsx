import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CodeRow } from "@/app/[locale]/(admin)/admin/imports/[id]/rows/[number]/code-row";
import { ListRow } from "@/app/[locale]/(admin)/admin/imports/[id]/rows/[number]/list-row";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { NotFoundError } from "@/domain/errors";
import { localPath } from "@/domain/language/locale";
import { getDb } from "@/server/database";
import { loadImport, loadImportRow } from "@/server/imports/load-import";

type Props = { params: Promise<{ locale: string; id: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "imports.row" });
  return { title: t("title", { number: (await params).number }), robots: { index: false } };
}

export default async function ImportRowPage({ params }: Props) {
  const locale = await pageLocale(params);
  const { id, number } = await params;
  const path = localPath(locale, `/admin/imports/${id}/rows/${number}`);
  const actor = await requireRole("admin", path);
  const orNotFound = (error: unknown) => {
    if (error instanceof NotFoundError) notFound();
    throw error;
  };
  const read = await loadImport(getDb(), actor, id).catch(orNotFound);
  const row = await loadImportRow(getDb(), actor, id, Number(number)).catch(orNotFound);
  const t = await getTranslations("imports");
  const common = await getTranslations("common");
  const Row = read.format === "waiting-times" ? CodeRow : ListRow;
  return (
    <>
      <Breadcrumbs
        label={common("breadcrumbs")}
        trail={[
          { href: localPath(locale, "/admin/imports"), text: t("list.title") },
          { href: localPath(locale, `/admin/imports/${id}`), text: read.title },
        ]}
      />
      <Row actor={actor} read={read} number={row.number} locale={locale} path={path} />
    </>
  );
}
