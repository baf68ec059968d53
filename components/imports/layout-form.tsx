"use client";

import { KeptForm } from "@/components/forms/kept-form";
import { useKeptForm } from "@/components/forms/use-kept-form";
import { FileField } from "@/components/imports/file-field";
import { LayoutFields } from "@/components/imports/layout-fields";
import type { ReportAction } from "@/components/reports/report-form-words";
import { errorText, ReportProblems } from "@/components/reports/report-problems";
import type { SmallFormWords } from "@/components/reports/small-form";
import { Button } from "@/components/ui/button";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { TextArea } from "@/components/ui/inputs";
import { typedValue } from "@/domain/action-result";
import type messages from "@/messages/en/imports.json";

type Props = {
  action: ReportAction;
  path: string;
  words: SmallFormWords & { file: Record<string, string> };
  hidden: Readonly<Record<string, string>>;
  text: typeof messages.new;
  summary: string;
  note: string;
  send: string;
  /** Its sheets, the one that was read first. */
  sheets: readonly { value: string; label: string }[];
  heading: string;
  withHidden: boolean;
  isPasted: boolean;
};

/** Chooses another sheet or another row of headings of a list that was read; its file has to be sent again. */
export function LayoutForm(props: Props) {
  const { action, path, words, hidden, text, summary, note, send, sheets, heading, withHidden, isPasted } =
    props;
  const kept = useKeptForm({ action, path, name: `${path}#layout` });
  const { state } = kept;
  const fields = state?.ok === false ? state.fields : {};
  const field = (name: string, otherwise = "") => ({
    id: name,
    name,
    defaultValue: typedValue(kept.typed, name, otherwise),
    error: fields[name] && errorText(words, name, fields[name]),
    errorPrefix: words.errorPrefix,
  });
  return (
    <details open={state?.ok === false ? true : undefined}>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">{summary}</summary>
      <KeptForm kept={kept} words={words.kept} browserChecks className="max-w-line space-y-4">
        <ReportProblems state={state} words={words} onRetry={kept.retry} />
        <HiddenInputs values={hidden} />
        <p className="text-ink-soft">{note}</p>
        <div className="space-y-4">
          {isPasted ? (
            <TextArea {...field("pasted")} label={text.pasted} rows={6} />
          ) : (
            <FileField {...field("file")} tooLarge={words.file["too-large"] ?? ""} label={text.file} />
          )}
          <LayoutFields
            field={field}
            text={text}
            sheets={sheets}
            heading={heading}
            isTicked={kept.typed ? typedValue(kept.typed, "withHidden") !== "" : withHidden}
          />
        </div>
        <Button look="secondary" disabled={kept.isPending}>
          {send}
        </Button>
      </KeptForm>
    </details>
  );
}
