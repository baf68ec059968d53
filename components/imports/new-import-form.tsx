"use client";

import { KeptForm } from "@/components/forms/kept-form";
import { useKeptForm } from "@/components/forms/use-kept-form";
import { FileField } from "@/components/imports/file-field";
import { LayoutFields } from "@/components/imports/layout-fields";
import type { ReportAction } from "@/components/reports/report-form-words";
import { errorText, ReportProblems } from "@/components/reports/report-problems";
import type { SmallFormWords } from "@/components/reports/small-form";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choices";
import { Select, TextArea, TextInput } from "@/components/ui/inputs";
import { typedValue } from "@/domain/action-result";
import type messages from "@/messages/en/imports.json";

type Props = {
  action: ReportAction;
  path: string;
  locale: string;
  words: SmallFormWords & { file: Record<string, string> };
  text: typeof messages.new;
  kinds: readonly { value: string; label: string }[];
};

/** The form that brings a list in. Nothing typed is lost by an error; a browser lets nobody choose its file again. */
export function NewImportForm({ action, path, locale, words, text, kinds }: Props) {
  const kept = useKeptForm({ action, path, name: `${path}#new-import` });
  const { state } = kept;
  const fields = state?.ok === false ? state.fields : {};
  const field = (id: string) => ({
    id,
    name: id,
    defaultValue: typedValue(kept.typed, id),
    error: fields[id] && errorText(words, id, fields[id]),
    errorPrefix: words.errorPrefix,
  });
  return (
    <KeptForm kept={kept} words={words.kept} browserChecks className="max-w-line space-y-6">
      <ReportProblems state={state} words={words} onRetry={kept.retry} />
      <input type="hidden" name="locale" value={locale} />
      <div className="space-y-6">
        <TextInput {...field("title")} label={text.name} hint={text.nameHint} />
        <FileField
          {...field("file")}
          tooLarge={words.file["too-large"] ?? ""}
          accept=".csv,.tsv,.txt,.xlsx,.ods,.geojson,.json,.kml"
          label={text.file}
          hint={text.fileHint}
        />
        <TextArea {...field("pasted")} label={text.pasted} hint={text.pastedHint} rows={6} />
        <details open={fields.sheet !== undefined || fields.heading !== undefined || undefined}>
          <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">
            {text.layoutTitle}
          </summary>
          <div className="mt-2 space-y-4">
            <p className="text-ink-soft">{text.layoutNote}</p>
            <LayoutFields field={field} text={text} isTicked={typedValue(kept.typed, "withHidden") !== ""} />
          </div>
        </details>
        <fieldset className="space-y-4 border-rule border-t pt-4">
          <legend className="pr-3 font-semibold text-xl">{text.sourceTitle}</legend>
          <p className="text-ink-soft">{text.sourceHint}</p>
          <Select {...field("kind")} label={text.kind} options={kinds} />
          <TextInput {...field("documentTitle")} label={text.documentTitle} />
          <TextInput {...field("publisher")} label={text.publisher} />
          <TextInput {...field("url")} label={text.url} hint={text.urlHint} inputMode="url" />
          <TextInput
            {...field("publishedOn")}
            label={text.publishedOn}
            hint={text.publishedOnHint}
            width="half"
          />
        </fieldset>
        <Choice
          id="complete"
          name="complete"
          value="yes"
          label={text.complete}
          hint={text.completeHint}
          defaultChecked={typedValue(kept.typed, "complete") !== ""}
        />
      </div>
      <Button disabled={kept.isPending}>{text.send}</Button>
    </KeptForm>
  );
}
