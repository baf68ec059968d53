import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type Query, queryValue } from "@/app/[locale]/(account)/query";
import { BeingRead } from "@/app/[locale]/(admin)/admin/imports/[id]/being-read";
import { ImportForms } from "@/app/[locale]/(admin)/admin/imports/[id]/import-forms";
import { ImportStanding } from "@/app/[locale]/(admin)/admin/imports/[id]/import-standing";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { ImportRows } from "@/components/imports/import-rows";
import { RowFilters } from "@/components/imports/row-filters";
import { PageTitle } from "@/components/layout/page-title";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Section } from "@/components/ui/section";
import { NotFoundError } from "@/domain/errors";
import { IMPORT_OUTCOMES } from "@/domain/imports/outcome";
import { localPath } from "@/domain/language/locale";
import { getDb } from "@/server/database";
import { IMPORT_ROWS_A_PAGE, loadImport, loadImportRows } from "@/server/imports/engine/load-import";
import { jobOf } from "@/server/imports/engine/run-job";

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "imports.one" });
  return { title: t("metaTitle"), robots: { index: false } };
}

export default async function ImportPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const path = `/admin/imports/${id}`;
  const actor = await requireRole("moderator", localPath(locale, path));
  // Asked for first: an import that is stored while its page is made must not be found in neither.
  const job = jobOf(id);
  const read = await loadImport(getDb(), actor, id).catch((error: unknown) => {
    if (error instanceof NotFoundError) return null;
    throw error;
  });
  if (!read) {
    if (!job) notFound();
    return <BeingRead job={job} locale={locale} path={path} />;
  }
  const t = await getTranslations("imports");
  const shown = await queryValue(searchParams, "show");
  const outcome = IMPORT_OUTCOMES.find((known) => known === shown);
  const asked = Number(await queryValue(searchParams, "page"));
  const page = Number.isSafeInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1;
  const filter = { outcome, hasWarnings: shown === "warnings", isLeftOut: shown === "left-out" };
  const { rows, total } = await loadImportRows(getDb(), actor, read, { filter, page });
  const common = await getTranslations("common");
  return (
    <>
      <Breadcrumbs
        label={common("breadcrumbs")}
        trail={[{ href: localPath(locale, "/admin/imports"), text: t("list.title") }]}
      />
      <PageTitle over={t("one.over")}>{read.title}</PageTitle>
      <ImportStanding read={read} done={await queryValue(searchParams, "done")} path={path} />
      <ImportForms read={read} actor={actor} locale={locale} path={path} />
      <Section id="rows" title={t("one.rowsTitle")}>
        <RowFilters chosen={shown} path={path} refused={read.counts.refused ?? 0} />
        <ImportRows
          rows={rows}
          mapping={read.mapping}
          batchId={id}
          canRepair={read.refusals.repair === undefined}
          range={{ page, size: IMPORT_ROWS_A_PAGE, total, show: shown }}
        />
      </Section>
    </>
  );
}
