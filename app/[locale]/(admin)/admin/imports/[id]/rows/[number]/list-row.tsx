import { getMessages, getTranslations } from "next-intl/server";
import { rowChoices } from "@/app/[locale]/(admin)/admin/imports/[id]/rows/[number]/row-choices";
import { repair } from "@/app/[locale]/(admin)/admin/imports/actions";
import { importFormWords } from "@/app/[locale]/(admin)/admin/imports/form-words";
import { RepairForm } from "@/components/imports/repair-form";
import { PageTitle } from "@/components/layout/page-title";
import type { CampaignerActor } from "@/domain/actor";
import { decisionsOf } from "@/domain/imports/row-decisions";
import type { Locale } from "@/domain/language/locale";
import { getDb } from "@/server/database";
import { type ImportRead, loadImportRow } from "@/server/imports/load-import";

type Props = { actor: CampaignerActor; read: ImportRead; number: number; locale: Locale; path: string };

/** A row of a campaign's own list: its cells, what is wrong with them, and what can be decided. */
export async function ListRow({ actor, read, number, locale, path }: Props) {
  const row = await loadImportRow(getDb(), actor, read.id, number);
  const t = await getTranslations("imports");
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
      <PageTitle intro={<p>{t(row.raw.length === 0 ? "row.gone" : "row.intro")}</p>}>
        {t("row.title", { number: row.number })}
      </PageTitle>
      <RepairForm
        action={repair}
        path={path}
        words={await importFormWords()}
        hidden={{ locale, batchId: read.id, version: String(read.version), number: String(row.number) }}
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
