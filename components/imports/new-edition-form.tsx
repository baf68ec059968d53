"use client";

import { KeptForm } from "@/components/forms/kept-form";
import { useKeptForm } from "@/components/forms/use-kept-form";
import { FileField } from "@/components/imports/file-field";
import type { ReportAction } from "@/components/reports/report-form-words";
import { errorText, ReportProblems } from "@/components/reports/report-problems";
import type { SmallFormWords } from "@/components/reports/small-form";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choices";
import { TextArea, TextInput } from "@/components/ui/inputs";
import { typedValue } from "@/domain/action-result";
import { MOST_DIRECTORY_MEGABYTES } from "@/domain/imports/upload-limit";
import type messages from "@/messages/en/imports.json";

type Props = {
  action: ReportAction;
  path: string;
  locale: string;
  words: SmallFormWords & { file: Record<string, string> };
  text: typeof messages.edition;
  registers: readonly { value: string; label: string; hint: string }[];
};

/** The form that brings an edition of a register in. It asks for a reason only once something looked wrong with it. */
export function NewEditionForm({ action, path, locale, words, text, registers }: Props) {
  const kept = useKeptForm({ action, path, name: `${path}#new-edition` });
  const { state } = kept;
  const fields = state?.ok === false ? state.fields : {};
  const field = (id: string) => ({
    id,
    defaultValue: typedValue(kept.typed, id),
    error: fields[id] && errorText(words, id, fields[id]),
    errorPrefix: words.errorPrefix,
  });
  const asksWhy = fields.because !== undefined || typedValue(state, "because") !== "";
  return (
    <KeptForm kept={kept} words={words.kept} browserChecks className="max-w-line space-y-6">
      <ReportProblems state={state} words={words} onRetry={kept.retry} />
      <input type="hidden" name="locale" value={locale} />
      <div className="space-y-6">
        <RadioGroup {...field("register")} legend={text.register} options={registers} />
        <TextInput {...field("published")} label={text.published} hint={text.publishedHint} width="short" />
        <FileField
          {...field("file")}
          tooLarge={words.file["too-large"] ?? ""}
          megabytes={MOST_DIRECTORY_MEGABYTES}
          label={text.file}
          hint={text.fileHint}
        />
        {asksWhy ? (
          <TextArea {...field("because")} label={text.because} hint={text.becauseHint} rows={3} />
        ) : null}
      </div>
      <Button disabled={kept.isPending}>{text.send}</Button>
    </KeptForm>
  );
}
