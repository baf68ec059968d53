"use client";

import { useActionState } from "react";
import type { ReportAction } from "@/components/reports/report-form-words";
import { ReportProblems } from "@/components/reports/report-problems";
import type { SmallFormWords } from "@/components/reports/small-form";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choices";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { TextInput } from "@/components/ui/inputs";
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
  columns: Readonly<Record<ImportColumn, string>>;
  /** By column, what is wrong with it or to be looked at. */
  problems: Readonly<Record<string, string>>;
  general: readonly string[];
  decision: string;
  text: typeof messages.row;
};

/** The cells of one row, each with what is wrong with it, and what to do with the row. */
export function RepairForm(props: Props) {
  const { action, path, words, hidden, cells, mapping, columns, problems, general, decision, text } = props;
  const [state, send, pending] = useActionState(action, null, path);
  return (
    <form action={send} noValidate className="max-w-line space-y-6">
      <ReportProblems state={state} words={words} />
      {general.length > 0 ? (
        <Notice tone="important">
          {general.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      ) : null}
      <HiddenInputs values={hidden} />
      <div key={state?.ok === false ? JSON.stringify(state.values) : ""} className="space-y-4">
        {IMPORT_COLUMNS.map((column) => {
          const at = mapping[column];
          if (at === undefined) return null;
          return (
            <TextInput
              key={column}
              id={column}
              label={columns[column]}
              defaultValue={typedValue(state, column, cells[at] ?? "")}
              error={problems[column]}
              errorPrefix={words.errorPrefix}
            />
          );
        })}
        <RadioGroup
          id="decision"
          legend={text.decision}
          options={[
            { value: "", label: text.decisionNone },
            { value: "skip", label: text.decisionSkip },
            { value: "other", label: text.decisionOther },
          ]}
          defaultValue={typedValue(state, "decision", decision)}
        />
      </div>
      <Button disabled={pending}>{text.save}</Button>
    </form>
  );
}
