"use client";

import { KeptForm } from "@/components/forms/kept-form";
import { useKeptForm } from "@/components/forms/use-kept-form";
import type { SuggestingTexts } from "@/components/look-up/suggestion-texts";
import { FirstButton } from "@/components/reports/first-button";
import type { Choices } from "@/components/reports/pick-buttons";
import type { ReportAction, ReportFormWords } from "@/components/reports/report-form-words";
import { errorText, ReportProblems } from "@/components/reports/report-problems";
import { StepFields, type WhereMode } from "@/components/reports/step-fields";
import { useTypedProblems } from "@/components/reports/typed-problems";
import { Button } from "@/components/ui/button";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { type ActionFailure, typedValue } from "@/domain/action-result";
import type { Locale } from "@/domain/language/locale";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import type { ReportStep } from "@/domain/reports/new-service-steps";

type Props = {
  action: ReportAction;
  /** Tells this page of this report from others in what the browser keeps. */
  keptAs: string;
  step: ReportStep;
  words: ReportFormWords;
  initial: ReportFormValues;
  /** What is wrong with what was kept, where somebody is brought back for it. */
  problems: ActionFailure | null;
  hidden: Readonly<Record<string, string>>;
  /** The value of "intent" that each button sends. */
  buttons: readonly { intent: string; text: string; look?: "primary" | "secondary" | undefined }[];
  /** Places or organisations that what was typed may mean; null while that is not asked. */
  choices: Choices | null;
  /** Of "Where is it?", the page of another answer than a name. */
  where: WhereMode | null;
  suggesting: { locale: Locale; texts: SuggestingTexts };
  /** ISO */
  today: string;
};

/** One page of a report of a new service. Nothing typed is lost, whatever the answer is; it works without scripts. */
export function StepForm(props: Props) {
  const { action, keptAs, words, initial, problems, buttons, hidden } = props;
  const kept = useKeptForm({ action, name: `${keptAs}#step` });
  const { typed } = kept;
  const state = kept.state ?? problems;
  const asked = useTypedProblems(props.today, state);
  const valueIn = (field: string) => typedValue(typed, field, typed ? "" : (initial[field] ?? ""));
  const errorOf = (field: string) => {
    const problem = asked.problemOf(field, state?.ok === false ? state.fields[field] : undefined);
    return problem ? errorText(words, field, problem) : undefined;
  };
  const link = state?.ok === false ? state.link : null;
  return (
    <KeptForm kept={kept} words={words.kept} className="max-w-line space-y-6" onTyped={asked.look}>
      <FirstButton button={buttons[0]} />
      <ReportProblems state={state} words={words} onRetry={kept.retry} />
      <HiddenInputs values={hidden} />
      <p className="sr-only" aria-live="polite">
        {asked.last === undefined ? null : errorOf(asked.last)}
      </p>
      <StepFields
        step={props.step}
        choices={props.choices}
        where={props.where}
        suggesting={props.suggesting}
        isPending={kept.isPending}
        words={words}
        valueIn={valueIn}
        errorOf={errorOf}
        link={link}
      />
      <div className="flex flex-wrap gap-3">
        {buttons.map(({ intent, text, look }) => (
          <Button key={intent} name="intent" value={intent} look={look} disabled={kept.isPending}>
            {text}
          </Button>
        ))}
      </div>
    </KeptForm>
  );
}
