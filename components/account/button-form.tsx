"use client";

import type { ReactNode } from "react";
import { FormProblems } from "@/components/account/form-problems";
import type { ProblemWords } from "@/components/account/form-words";
import { KeptForm } from "@/components/forms/kept-form";
import type { FormAction } from "@/components/forms/send-form";
import { useKeptForm } from "@/components/forms/use-kept-form";

/** A form that is one or more buttons: what they send stands in `children`. */
export function ButtonForm({
  action,
  words,
  children,
}: {
  action: FormAction;
  words: ProblemWords;
  children: ReactNode;
}) {
  const kept = useKeptForm({ action });
  return (
    <KeptForm kept={kept} words={words.kept} className="space-y-3">
      <FormProblems state={kept.state} words={words} onRetry={kept.retry} />
      {children}
    </KeptForm>
  );
}
