"use client";

import { KeptForm } from "@/components/forms/kept-form";
import { useKeptForm } from "@/components/forms/use-kept-form";
import type { ReportAction } from "@/components/reports/report-form-words";
import { ReportProblems } from "@/components/reports/report-problems";
import type { SmallFormWords } from "@/components/reports/small-form";
import { Button } from "@/components/ui/button";
import { HiddenInputs } from "@/components/ui/hidden-inputs";

type Props = {
  action: ReportAction;
  path: string;
  words: SmallFormWords;
  hidden: Readonly<{ kind: string; recordId: string }> & Readonly<Record<string, string>>;
  button: string;
  /** What it is about, for those who hear one button after another. */
  about: string;
};

/** Takes a task or gives it back. */
export function TaskButton({ action, path, words, hidden, button, about }: Props) {
  const kept = useKeptForm({ action, path, name: `${path}#${hidden.kind}-${hidden.recordId}` });
  return (
    <KeptForm kept={kept} words={words.kept}>
      <ReportProblems state={kept.state} words={words} onRetry={kept.retry} />
      <HiddenInputs values={hidden} />
      <Button look="secondary" disabled={kept.isPending}>
        {button} <span className="sr-only">: {about}</span>
      </Button>
    </KeptForm>
  );
}
