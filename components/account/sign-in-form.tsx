"use client";

import { useActionState } from "react";
import { FormProblems } from "@/components/account/form-problems";
import type { FormAction, ProblemWords } from "@/components/account/form-words";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/inputs";
import { typedValue } from "@/domain/action-result";

type Props = {
  action: FormAction;
  callbackUrl: string;
  locale: string;
  words: ProblemWords & { email: string; emailHint: string; button: string };
};

/** Asks for the address that a sign-in mail goes to. */
export function SignInForm({ action, callbackUrl, locale, words }: Props) {
  const [state, send, pending] = useActionState(action, null);
  const error = state?.ok === false ? state.fields.email : undefined;
  return (
    <form action={send} noValidate className="max-w-line space-y-6">
      <FormProblems state={state} words={words} />
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
        error={error && words.errors[error]}
        errorPrefix={words.errorPrefix}
        defaultValue={typedValue(state, "email")}
      />
      <Button disabled={pending}>{words.button}</Button>
    </form>
  );
}
