"use client";

import type { ReactNode } from "react";
import { KeptForm } from "@/components/forms/kept-form";
import { useKeptForm } from "@/components/forms/use-kept-form";
import { FirstButton } from "@/components/reports/first-button";
import type { FieldState, ReportAction, ReportFormWords } from "@/components/reports/report-form-words";
import { ReportProblems } from "@/components/reports/report-problems";
import type { ProblemWhileTyped } from "@/components/reports/typed-problems";
import { useReportFields } from "@/components/reports/use-report-fields";
import { Button } from "@/components/ui/button";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import type { ActionFailure } from "@/domain/action-result";
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
  const { action, keptAs, words, buttons, hidden } = props;
  const kept = useKeptForm({ action, name: `${keptAs}#step` });
  const { state, fields, heard, onTyped } = useReportFields({ ...props, kept });
  return (
    <KeptForm kept={kept} words={words.kept} className="max-w-line space-y-6" onTyped={onTyped}>
      <FirstButton button={buttons[0]} />
      <ReportProblems state={state} words={words} onRetry={kept.retry} />
      <HiddenInputs values={hidden} />
      <p className="sr-only" aria-live="polite">
        {heard}
      </p>
      {props.children({ ...fields, isPending: kept.isPending })}
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
