"use client";

import { useActionState } from "react";
import { FormProblems } from "@/components/account/form-problems";
import type { FormAction, ProblemWords } from "@/components/account/form-words";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/inputs";

type Props = {
  action: FormAction;
  callbackUrl: string;
  button: string;
  hint: string;
  words: ProblemWords & { code: string };
};

/** Takes a code of an authenticator app, or a recovery code. */
export function FactorForm({ action, callbackUrl, button, hint, words }: Props) {
  const [state, send, pending] = useActionState(action, null);
  const key = state?.ok === false ? state.fields.code : undefined;
  return (
    <form action={send} noValidate className="max-w-line space-y-6">
      <FormProblems state={state} words={words} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <TextInput
        id="code"
        autoComplete="one-time-code"
        spellCheck={false}
        required
        width="short"
        label={words.code}
        hint={hint}
        error={key && words.errors[key]}
        errorPrefix={words.errorPrefix}
      />
      <Button disabled={pending}>{button}</Button>
    </form>
  );
}
