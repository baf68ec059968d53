import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getMessages, getTranslations } from "next-intl/server";
import { rowChoices } from "@/app/[locale]/(admin)/admin/imports/[id]/rows/[number]/row-choices";
import { repair } from "@/app/[locale]/(admin)/admin/imports/actions";
import { importFormWords } from "@/app/[locale]/(admin)/admin/imports/form-words";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { RepairForm } from "@/components/imports/repair-form";
import { PageTitle } from "@/components/layout/page-title";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { NotFoundError } from "@/domain/errors";
import { decisionsOf } from "@/domain/imports/row-decisions";
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
  const { imports, services } = await getMessages();
  const choices = rowChoices(row.raw, read.mapping, services, imports.row);
  const problems = Object.fromEntries(
    [...row.warnings, ...row.problems].flatMap(({ column, code, detail }) =>
      column === null ? [] : [[column, t(`problems.${code}`, { detail })]],
    ),
  );
  const general = row.problems.flatMap(({ column, code, detail }) =>
    column === null ? t(`problems.${code}`, { detail }) : [],
  );
  return (
    <>
      <Breadcrumbs
        label={common("breadcrumbs")}
        trail={[
          { href: localPath(locale, "/admin/imports"), text: t("list.title") },
          { href: localPath(locale, `/admin/imports/${id}`), text: read.title },
        ]}
      />
      <PageTitle intro={<p>{t(row.raw.length === 0 ? "row.gone" : "row.intro")}</p>}>
        {t("row.title", { number: row.number })}
      </PageTitle>
      <RepairForm
        action={repair}
        path={path}
        words={await importFormWords()}
        hidden={{ locale, batchId: id, version: String(read.version), number: String(row.number) }}
        cells={choices.cells}
        mapping={read.mapping}
        choices={choices.options}
        columns={imports.columns}
        problems={problems}
        general={general}
        decision={row.decision ?? ""}
        decisions={decisionsOf(row).map((value) => ({ value, label: t(`row.decisions.${value}`) }))}
        text={imports.row}
      />
    </>
  );
}
