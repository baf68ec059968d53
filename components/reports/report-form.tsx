"use client";

import { KeptForm } from "@/components/forms/kept-form";
import { useKeptForm } from "@/components/forms/use-kept-form";
import { FirstButton } from "@/components/reports/first-button";
import { LastQuestion } from "@/components/reports/last-question";
import { MessageBeside, type MessageBesideWords } from "@/components/reports/message-beside";
import type { ReportAction, ReportFormWords } from "@/components/reports/report-form-words";
import { errorText, ReportProblems } from "@/components/reports/report-problems";
import { ServiceFields } from "@/components/reports/service-fields";
import { SourceFields } from "@/components/reports/source-fields";
import { Button } from "@/components/ui/button";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { typedValue } from "@/domain/action-result";
import type { AskedPart } from "@/domain/reports/field-answers";
import type { ReportFormValues as FormValues } from "@/domain/reports/new-service-form";

type Props = {
  action: ReportAction;
  /** The page's own path, where the form may be gone when an answer comes. See LostForms. */
  path?: string | undefined;
  /** Tells this report from others in what the browser keeps. */
  keptAs: string;
  words: ReportFormWords;
  initial: FormValues;
  /** The name of a place that we know and the report is about. */
  knownPlace: string | null;
  /** The parts that a moderator asks about: their words stand beside each, with a box for the answer. */
  asked?: readonly AskedPart[];
  /** Sent along: which report and version, or which kept draft. */
  hidden: Readonly<Record<string, string>>;
  /** The value of "intent" that each button sends. */
  buttons: readonly { intent: string; text: string; look?: "primary" | "secondary" | undefined }[];
  /** Label of a further field: a word with the report that is sent again. */
  messageLabel?: string | undefined;
  /** Where the author may write to the moderators on this page. */
  message?: { words: MessageBesideWords; submissionKey: string } | null;
};

/** The whole report on one page. Nothing typed is lost, whatever the answer is; it works without scripts. */
export function ReportForm({
  action,
  path,
  keptAs,
  words,
  initial,
  knownPlace,
  asked = [],
  hidden,
  buttons,
  messageLabel,
  message,
}: Props) {
  const kept = useKeptForm({ action, path, name: `${keptAs}#report` });
  const { state, typed } = kept;
  const valueIn = (field: string) => typedValue(typed, field, typed ? "" : (initial[field] ?? ""));
  const errorOf = (field: string) => {
    const key = state?.ok === false ? state.fields[field] : undefined;
    return key && errorText(words, field, key);
  };
  const link = state?.ok === false ? state.link : null;
  const fields = { words, valueIn, errorOf, link, asked };
  return (
    <KeptForm kept={kept} words={words.kept} className="max-w-line space-y-8">
      <FirstButton button={buttons[0]} />
      <ReportProblems state={state} words={words} onRetry={kept.retry} />
      <HiddenInputs values={hidden} />
      <div className="space-y-8">
        <ServiceFields {...fields} knownPlace={knownPlace} />
        <SourceFields {...fields} />
        <LastQuestion {...fields} messageLabel={messageLabel} />
      </div>
      <div className="flex flex-wrap gap-3">
        {buttons.map(({ intent, text: label, look }) => (
          <Button key={intent} name="intent" value={intent} look={look} disabled={kept.isPending}>
            {label}
          </Button>
        ))}
      </div>
      {message ? (
        <MessageBeside
          {...message}
          errorPrefix={words.errorPrefix}
          error={errorOf("body")}
          value={valueIn("body")}
        />
      ) : null}
    </KeptForm>
  );
}
