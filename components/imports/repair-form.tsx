"use client";

import { KeptForm } from "@/components/forms/kept-form";
import { useKeptForm } from "@/components/forms/use-kept-form";
import type { ReportAction } from "@/components/reports/report-form-words";
import { ReportProblems } from "@/components/reports/report-problems";
import type { SmallFormWords } from "@/components/reports/small-form";
import { Button } from "@/components/ui/button";
import { Choice, RadioGroup } from "@/components/ui/choices";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { Select, TextInput } from "@/components/ui/inputs";
import { Notice } from "@/components/ui/notice";
import { typedValue } from "@/domain/action-result";
import { type ColumnMapping, IMPORT_COLUMNS, type ImportColumn } from "@/domain/imports/columns";
import type messages from "@/messages/en/imports.json";

type Props = {
  action: ReportAction;
  path: string;
  words: SmallFormWords;
  hidden: Readonly<Record<string, string>>;
  cells: readonly string[];
  mapping: ColumnMapping;
  /** By column, the answers that there are; the others are typed. */
  choices: Partial<Record<ImportColumn, readonly { value: string; label: string }[]>>;
  columns: Readonly<Record<ImportColumn, string>>;
  /** By column, what is wrong with it: all of it, in one text. */
  problems: Readonly<Record<string, string>>;
  /** By column, what somebody should look at: nothing is wrong with it. */
  advice: Readonly<Record<string, string>>;
  general: readonly string[];
  decision: string;
  /** What can be decided about this row, beside leaving it as it is planned. */
  decisions: readonly { value: string; label: string }[];
  text: typeof messages.row;
};

/**
 * The cells of one row, each with what is wrong with it or to be looked at, and what to do with the row. What the file has no column for can
 * be said too.
 */
export function RepairForm(props: Props) {
  const { action, path, words, hidden, cells, mapping, choices, columns, problems, advice, general, text } =
    props;
  const kept = useKeptForm({ action, path, name: `${path}#repair` });
  const { state } = kept;
  // A row that stands for what an earlier list named has no cells at all.
  const shown = cells.length === 0 ? [] : IMPORT_COLUMNS;
  const isFirst = (column: ImportColumn) =>
    mapping[column] !== undefined || column in problems || column in advice;
  const others = shown.filter((column) => !isFirst(column));
  const said = (column: ImportColumn) => typedValue(kept.typed, column, cells[mapping[column] ?? -1] ?? "");
  const field = (column: ImportColumn) => {
    const common = {
      id: column,
      label: columns[column],
      defaultValue: said(column),
      hint: advice[column] && text.advice.replace("{advice}", advice[column]),
      error: problems[column],
      errorPrefix: words.errorPrefix,
    };
    const options = choices[column];
    return options ? (
      <Select key={column} {...common} options={options} />
    ) : (
      <TextInput key={column} {...common} />
    );
  };
  return (
    <KeptForm kept={kept} words={words.kept} className="max-w-line space-y-6">
      <ReportProblems state={state} words={words} onRetry={kept.retry} />
      {general.length > 0 ? (
        <Notice tone="important">
          {general.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      ) : null}
      <HiddenInputs values={hidden} />
      <div className="space-y-4">
        {shown.filter(isFirst).map(field)}
        {others.length > 0 ? (
          <details open={others.some((column) => said(column) !== "")}>
            <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">
              {text.notInFile}
            </summary>
            <div className="mt-2 space-y-4">{others.map(field)}</div>
          </details>
        ) : null}
        {shown.length > 0 ? (
          <Choice
            id="everywhere"
            name="everywhere"
            value="yes"
            label={text.everywhere}
            hint={text.everywhereHint}
            defaultChecked={typedValue(kept.typed, "everywhere") !== ""}
          />
        ) : null}
        <RadioGroup
          id="decision"
          legend={text.decision}
          options={[{ value: "", label: text.decisionNone }, ...props.decisions]}
          defaultValue={typedValue(kept.typed, "decision", props.decision)}
        />
      </div>
      <Button disabled={kept.isPending}>{text.save}</Button>
    </KeptForm>
  );
}
