"use client";

import { KeptForm } from "@/components/forms/kept-form";
import type { FormAction } from "@/components/forms/send-form";
import { useKeptForm } from "@/components/forms/use-kept-form";
import { errorText, ReportProblems } from "@/components/reports/report-problems";
import type { SmallFormWords } from "@/components/reports/small-form";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choices";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { typedValue } from "@/domain/action-result";

type Props = {
  action: FormAction;
  path: string;
  locale: string;
  cases: readonly { id: string; title: string; lines: readonly string[] }[];
  answers: readonly { value: string; label: string }[];
  words: SmallFormWords & { question: string; button: string };
};

/** The made-up reports, each with the question what would be done with it. What was missed stands at its question. */
export function PracticeForm({ action, path, locale, cases, answers, words }: Props) {
  const kept = useKeptForm({ action, path });
  const { state } = kept;
  return (
    <KeptForm kept={kept} words={words.kept} className="max-w-line space-y-10">
      <ReportProblems state={state} words={words} onRetry={kept.retry} />
      <HiddenInputs values={{ locale }} />
      {cases.map(({ id, title, lines }) => {
        const problem = state?.ok === false ? state.fields[id] : undefined;
        return (
          <section key={id} aria-labelledby={`${id}-title`} className="border-rule border-t pt-4">
            <h2 id={`${id}-title`}>{title}</h2>
            {lines.map((line) => (
              <p key={line} className="mt-2">
                {line}
              </p>
            ))}
            <div className="mt-4">
              <RadioGroup
                id={id}
                legend={words.question}
                options={answers}
                error={problem && errorText(words, id, problem)}
                errorPrefix={words.errorPrefix}
                defaultValue={typedValue(kept.typed, id)}
              />
            </div>
          </section>
        );
      })}
      <Button disabled={kept.isPending}>{words.button}</Button>
    </KeptForm>
  );
}
