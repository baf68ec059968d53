"use client";

import type { ReactNode } from "react";
import { KeptForm } from "@/components/forms/kept-form";
import { useKeptForm } from "@/components/forms/use-kept-form";
import { FirstButton } from "@/components/reports/first-button";
import type { FieldState, ReportAction, ReportFormWords } from "@/components/reports/report-form-words";
import { errorText, ReportProblems } from "@/components/reports/report-problems";
import { type ProblemWhileTyped, useTypedProblems } from "@/components/reports/typed-problems";
import { Button } from "@/components/ui/button";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { type ActionFailure, typedValue } from "@/domain/action-result";
import type { ReportFormValues } from "@/domain/reports/new-service-form";

export type StepShellProps = {
  action: ReportAction;
  /** Tells this page of this report from others in what the browser keeps. */
  keptAs: string;
  words: ReportFormWords;
  initial: ReportFormValues;
  /** What is wrong with what was kept, where somebody is brought back for it. */
  problems: ActionFailure | null;
  hidden: Readonly<Record<string, string>>;
  /** The value of "intent" that each button sends. */
  buttons: readonly { intent: string; text: string; look?: "primary" | "secondary" | undefined }[];
  /** ISO */
  today: string;
};

type Props = StepShellProps & {
  problemWhileTyped: ProblemWhileTyped;
  children: (fields: FieldState & { isPending: boolean }) => ReactNode;
};

/** One page of a report of any kind. Nothing typed is lost, whatever the answer is; it works without scripts. */
export function StepShell(props: Props) {
  const { action, keptAs, words, initial, problems, buttons, hidden, problemWhileTyped } = props;
  const kept = useKeptForm({ action, name: `${keptAs}#step` });
  const { typed } = kept;
  const state = kept.state ?? problems;
  const asked = useTypedProblems(problemWhileTyped, props.today, state);
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
      {props.children({ valueIn, errorOf, link, isPending: kept.isPending })}
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
