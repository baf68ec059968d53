import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CodeRow } from "@/app/[locale]/(admin)/admin/imports/[id]/rows/[number]/code-row";
import { RowRepair } from "@/app/[locale]/(admin)/admin/imports/[id]/rows/[number]/row-repair";
import { discardRowAction } from "@/app/[locale]/(admin)/admin/imports/actions";
import { importFormWords } from "@/app/[locale]/(admin)/admin/imports/form-words";
import { requireRole } from "@/app/[locale]/(moderation)/require-role";
import { pageLocale } from "@/app/i18n/page-locale";
import { RowCells } from "@/components/imports/row-cells";
import { RowOverview } from "@/components/imports/row-overview";
import { PageTitle } from "@/components/layout/page-title";
import { SmallForm } from "@/components/reports/small-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { NotFoundError } from "@/domain/errors";
import { isLeftOut } from "@/domain/imports/outcome";
import { localPath } from "@/domain/language/locale";
import { getDb } from "@/server/database";
import { loadImport, loadImportRow } from "@/server/imports/engine/load-import";

type Props = { params: Promise<{ locale: string; id: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "imports.row" });
  return { title: t("title", { number: (await params).number }), robots: { index: false } };
}

/** One row: whoever brought the import repairs it here, everybody else who reads imports sees all of it. */
export default async function ImportRowPage({ params }: Props) {
  const locale = await pageLocale(params);
  const { id, number } = await params;
  const path = localPath(locale, `/admin/imports/${id}/rows/${number}`);
  const actor = await requireRole("moderator", path);
  const orNotFound = (error: unknown) => {
    if (error instanceof NotFoundError) notFound();
    throw error;
  };
  const read = await loadImport(getDb(), actor, id).catch(orNotFound);
  const row = await loadImportRow(getDb(), actor, read, Number(number)).catch(orNotFound);
  const t = await getTranslations("imports");
  const common = await getTranslations("common");
  const { question } = row;
  const isRepaired = read.refusals.repair === undefined && question !== null;
  const mayDiscard =
    read.refusals.discard === undefined && (!isLeftOut(row.decision) || row.decision === "dropped");
  const isDropped = row.decision === "dropped";
  const isOfNoRow = question?.kind === "cells" && question.cells.length === 0;
  const intro = isOfNoRow ? "row.gone" : isRepaired ? "row.intro" : "row.readOnly";
  return (
    <>
      <Breadcrumbs
        label={common("breadcrumbs")}
        trail={[
          { href: localPath(locale, "/admin/imports"), text: t("list.title") },
          { href: localPath(locale, `/admin/imports/${id}`), text: read.title },
        ]}
      />
      {question?.kind === "code" ? (
        <CodeRow row={row} question={question} read={read} locale={locale} path={path} />
      ) : (
        <>
          <PageTitle intro={<p>{t(intro)}</p>}>{t("row.title", { number: row.number })}</PageTitle>
          <RowOverview row={row} isRepaired={isRepaired} />
          {isRepaired ? (
            <RowRepair
              row={row}
              cells={question.kind === "cells" ? question.cells : null}
              read={read}
              words={await importFormWords()}
              locale={locale}
              path={path}
            />
          ) : (
            <RowCells cells={row.cells} header={read.header} />
          )}
        </>
      )}
      {mayDiscard && row.outcome !== "refused" && row.outcome !== "unchanged" ? (
        <SmallForm
          action={discardRowAction}
          path={path}
          words={await importFormWords()}
          hidden={{
            locale,
            batchId: read.id,
            version: String(read.version),
            number: String(row.number),
            back: isDropped ? "yes" : "",
          }}
          button={t(isDropped ? "one.putBack" : "one.drop")}
          note={t(isDropped ? "one.putBackNote" : "one.dropNote")}
        />
      ) : null}
    </>
  );
}
