import { useMessages } from "next-intl";
import { rowChoices } from "@/app/[locale]/(admin)/admin/imports/[id]/rows/[number]/row-choices";
import { decideRowAction, repair } from "@/app/[locale]/(admin)/admin/imports/actions";
import { RepairForm } from "@/components/imports/repair-form";
import { useRowWords } from "@/components/imports/use-row-words";
import type { SmallFormWords } from "@/components/reports/small-form";
import type { RowProblem } from "@/domain/imports/outcome";
import { decisionsOf } from "@/domain/imports/row-decisions";
import type { Locale } from "@/domain/language/locale";
import type { ImportRead } from "@/server/imports/engine/load-import";
import type { ShownRow } from "@/server/imports/engine/show-rows";

type Props = {
  row: ShownRow;
  /** As they are stored; null where nothing is asked but what to do with the row. */
  cells: readonly string[] | null;
  read: ImportRead;
  words: SmallFormWords;
  locale: Locale;
  path: string;
};

/** The form in which the importer repairs a row, with what is wrong and what to look at beside each cell. */
export function RowRepair({ row, cells, read, words, locale, path }: Props) {
  const { imports, services } = useMessages();
  const { sentence } = useRowWords();
  const choices = rowChoices(cells ?? [], read.mapping, services, imports.row);
  return (
    <RepairForm
      action={cells === null ? decideRowAction : repair}
      path={path}
      words={words}
      hidden={{ locale, batchId: read.id, version: String(read.version), number: String(row.number) }}
      cells={choices.cells}
      mapping={read.mapping}
      choices={choices.options}
      columns={imports.columns}
      problems={byColumn(row.problems, sentence)}
      advice={byColumn(row.warnings, sentence)}
      general={row.problems.filter(({ column }) => column === null).map(sentence)}
      decision={row.decision ?? ""}
      decisions={decisionsOf(row).map((value) => ({ value, label: imports.row.decisions[value] }))}
      text={imports.row}
    />
  );
}

/** All that is said of each column, in one text: a column can have several remarks. */
function byColumn(
  problems: readonly RowProblem[],
  sentence: (problem: RowProblem) => string,
): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const problem of problems) {
    const { column } = problem;
    if (column !== null) texts[column] = [texts[column], sentence(problem)].filter(Boolean).join(" ");
  }
  return texts;
}
