"use client";

import { KeptForm } from "@/components/forms/kept-form";
import { useKeptForm } from "@/components/forms/use-kept-form";
import type { ReportAction } from "@/components/reports/report-form-words";
import { errorText, ReportProblems } from "@/components/reports/report-problems";
import type { SmallFormWords } from "@/components/reports/small-form";
import { Button } from "@/components/ui/button";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { Select } from "@/components/ui/inputs";
import { typedValue } from "@/domain/action-result";
import { type ColumnMapping, IMPORT_COLUMNS, type ImportColumn } from "@/domain/imports/columns";

type Props = {
  action: ReportAction;
  path: string;
  words: SmallFormWords;
  hidden: Readonly<Record<string, string>>;
  header: readonly string[];
  mapping: ColumnMapping;
  columns: Readonly<Record<ImportColumn, string>>;
  text: { none: string; send: string };
};

/** One choice for each of our columns: which column of the file says it. */
export function MappingForm({ action, path, words, hidden, header, mapping, columns, text }: Props) {
  const kept = useKeptForm({ action, path, name: `${path}#mapping` });
  const { state } = kept;
  const fields = state?.ok === false ? state.fields : {};
  const options = [
    { value: "", label: text.none },
    ...header.map((label, index) => ({ value: String(index), label })),
  ];
  return (
    <KeptForm kept={kept} words={words.kept} className="space-y-4">
      <ReportProblems state={state} words={words} onRetry={kept.retry} />
      <HiddenInputs values={hidden} />
      <div key={JSON.stringify(mapping)} className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {IMPORT_COLUMNS.map((column) => (
          <Select
            key={column}
            id={column}
            label={columns[column]}
            options={options}
            defaultValue={typedValue(kept.typed, column, String(mapping[column] ?? ""))}
            error={fields[column] && errorText(words, column, fields[column])}
            errorPrefix={words.errorPrefix}
          />
        ))}
      </div>
      <Button look="secondary" disabled={kept.isPending}>
        {text.send}
      </Button>
    </KeptForm>
  );
}
