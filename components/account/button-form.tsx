"use client";

import { type ReactNode, useActionState } from "react";
import { FormProblems } from "@/components/account/form-problems";
import type { FormAction, ProblemWords } from "@/components/account/form-words";

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
  const [state, send] = useActionState(action, null);
  return (
    <form action={send} className="space-y-3">
      <FormProblems state={state} words={words} />
      {children}
    </form>
  );
}
