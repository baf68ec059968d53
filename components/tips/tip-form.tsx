"use client";

import { KeptForm } from "@/components/forms/kept-form";
import type { FormAction } from "@/components/forms/send-form";
import { useKeptForm } from "@/components/forms/use-kept-form";
import { errorText, ReportProblems } from "@/components/reports/report-problems";
import type { SmallFormWords } from "@/components/reports/small-form";
import { addWork } from "@/components/senders/add-work";
import { SenderFields, type SenderWords } from "@/components/senders/sender-fields";
import { Button } from "@/components/ui/button";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { TextArea, TextInput } from "@/components/ui/inputs";
import { typedValue } from "@/domain/action-result";

type Field = "whereabouts" | "says" | "link" | "email";
type Props = {
  action: FormAction;
  path: string;
  hidden: Readonly<Record<string, string>>;
  /** What is known of where it is. */
  whereabouts: string;
  words: SmallFormWords &
    SenderWords &
    Record<"whereabouts" | "whereaboutsHint" | "says" | "saysHint" | "button", string>;
};

/** "Tell us what is missing here": where, what, a source if there is one. The browser keeps none of it, as of a complaint. */
export function TipForm({ action, path, hidden, whereabouts, words }: Props) {
  const kept = useKeptForm({ action, path, prepare: addWork });
  const { state } = kept;
  const common = (field: Field, first = "") => {
    const problem = state?.ok === false ? state.fields[field] : undefined;
    const error = problem && errorText(words, field, problem);
    const defaultValue = typedValue(kept.typed, field, first);
    return { id: field, error, errorPrefix: words.errorPrefix, defaultValue };
  };
  return (
    <KeptForm kept={kept} words={words.kept} className="max-w-line space-y-6">
      <ReportProblems state={state} words={words} onRetry={kept.retry} />
      <HiddenInputs values={hidden} />
      <TextInput
        {...common("whereabouts", whereabouts)}
        autoComplete="off"
        label={words.whereabouts}
        hint={words.whereaboutsHint}
      />
      <TextArea {...common("says")} rows={6} label={words.says} hint={words.saysHint} />
      <SenderFields words={words} common={common} />
      <Button disabled={kept.isPending}>{words.button}</Button>
    </KeptForm>
  );
}
