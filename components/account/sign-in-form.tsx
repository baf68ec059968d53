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
  callbackUrl: string;
  locale: string;
  words: ProblemWords & { email: string; emailHint: string; button: string };
};

/** Asks for the address that a sign-in mail goes to. */
export function SignInForm({ action, callbackUrl, locale, words }: Props) {
  // Without a name: who signs in, and with what, is kept in no browser.
  const kept = useKeptForm({ action });
  const { state } = kept;
  const error = state?.ok === false ? state.fields.email : undefined;
  return (
    <KeptForm kept={kept} words={words.kept} className="max-w-line space-y-6">
      <FormProblems state={state} words={words} onRetry={kept.retry} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <input type="hidden" name="locale" value={locale} />
      <TextInput
        id="email"
        type="email"
        autoComplete="email"
        spellCheck={false}
        required
        width="half"
        label={words.email}
        hint={words.emailHint}
        error={error && words.errors[codeOfProblem(error)]}
        errorPrefix={words.errorPrefix}
        defaultValue={typedValue(kept.typed, "email")}
      />
      <Button disabled={kept.isPending}>{words.button}</Button>
    </KeptForm>
  );
}
