"use client";

import type { SuggestingTexts } from "@/components/look-up/suggestion-texts";
import type { Choices } from "@/components/reports/pick-buttons";
import { StepFields, type WhereMode } from "@/components/reports/step-fields";
import { StepShell, type StepShellProps } from "@/components/reports/step-shell";
import type { Locale } from "@/domain/language/locale";
import { problemWhileTyped, type ReportStep } from "@/domain/reports/new-service-steps";

type Props = StepShellProps & {
  step: ReportStep;
  /** Places or organisations that what was typed may mean; null while that is not asked. */
  choices: Choices | null;
  /** Of "Where is it?", the page of another answer than a name. */
  where: WhereMode | null;
  suggesting: { locale: Locale; texts: SuggestingTexts };
};

/** One page of a report of a new service. */
export function StepForm({ step, choices, where, suggesting, ...shell }: Props) {
  return (
    <StepShell {...shell} problemWhileTyped={problemWhileTyped}>
      {(fields) => (
        <StepFields
          {...fields}
          step={step}
          choices={choices}
          where={where}
          suggesting={suggesting}
          words={shell.words}
        />
      )}
    </StepShell>
  );
}
