"use client";

import { FormProblems } from "@/components/account/form-problems";
import type { ProblemWords } from "@/components/account/form-words";
import { KeptForm } from "@/components/forms/kept-form";
import type { FormAction } from "@/components/forms/send-form";
import { useKeptForm } from "@/components/forms/use-kept-form";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/inputs";
import { codeOfProblem } from "@/domain/field-problem";

type Props = {
  action: FormAction;
  callbackUrl: string;
  button: string;
  hint: string;
  words: ProblemWords & { code: string };
};

/** Takes a code of an authenticator app, or a recovery code. */
export function FactorForm({ action, callbackUrl, button, hint, words }: Props) {
  // Without a name: who signs in, and with what, is kept in no browser.
  const kept = useKeptForm({ action });
  const { state } = kept;
  const key = state?.ok === false ? state.fields.code : undefined;
  return (
    <KeptForm kept={kept} words={words.kept} className="max-w-line space-y-6">
      <FormProblems state={state} words={words} onRetry={kept.retry} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <TextInput
        id="code"
        autoComplete="one-time-code"
        spellCheck={false}
        required
        width="short"
        label={words.code}
        hint={hint}
        error={key && words.errors[codeOfProblem(key)]}
        errorPrefix={words.errorPrefix}
      />
      <Button disabled={kept.isPending}>{button}</Button>
    </KeptForm>
  );
}
