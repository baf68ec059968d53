"use client";

import { FormProblems } from "@/components/account/form-problems";
import type { ProblemWords } from "@/components/account/form-words";
import { KeptForm } from "@/components/forms/kept-form";
import type { FormAction } from "@/components/forms/send-form";
import { useKeptForm } from "@/components/forms/use-kept-form";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/inputs";
import { typedValue } from "@/domain/action-result";
import { codeOfProblem } from "@/domain/field-problem";

type Props = {
  action: FormAction;
  email: string;
  callbackUrl: string;
  words: ProblemWords & { email: string; code: string; codeHint: string; button: string };
};

/** Signs in with the code of a mail that was opened on another device. */
export function CodeForm({ action, email, callbackUrl, words }: Props) {
  // Without a name: who signs in, and with what, is kept in no browser.
  const kept = useKeptForm({ action });
  const { state } = kept;
  const errorOf = (field: string) => {
    const key = state?.ok === false ? state.fields[field] : undefined;
    return key && words.errors[codeOfProblem(key)];
  };
  return (
    <KeptForm kept={kept} words={words.kept} className="max-w-line space-y-6">
      <FormProblems state={state} words={words} onRetry={kept.retry} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <TextInput
        id="email"
        type="email"
        autoComplete="email"
        spellCheck={false}
        required
        width="half"
        label={words.email}
        error={errorOf("email")}
        errorPrefix={words.errorPrefix}
        defaultValue={typedValue(kept.typed, "email", email)}
      />
      <TextInput
        id="code"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        required
        width="short"
        label={words.code}
        hint={words.codeHint}
        error={errorOf("code")}
        errorPrefix={words.errorPrefix}
      />
      <Button disabled={kept.isPending}>{words.button}</Button>
    </KeptForm>
  );
}
