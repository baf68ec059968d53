"use client";

import { useActionState } from "react";
import { FormProblems } from "@/components/account/form-problems";
import type { FormAction, ProblemWords } from "@/components/account/form-words";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/inputs";
import { typedValue } from "@/domain/action-result";

type Props = {
  action: FormAction;
  email: string;
  callbackUrl: string;
  words: ProblemWords & { email: string; code: string; codeHint: string; button: string };
};

/** Signs in with the code of a mail that was opened on another device. */
export function CodeForm({ action, email, callbackUrl, words }: Props) {
  const [state, send, pending] = useActionState(action, null);
  const errorOf = (field: string) => {
    const key = state?.ok === false ? state.fields[field] : undefined;
    return key && words.errors[key];
  };
  return (
    <form action={send} noValidate className="max-w-line space-y-6">
      <FormProblems state={state} words={words} />
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
        defaultValue={typedValue(state, "email", email)}
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
      <Button disabled={pending}>{words.button}</Button>
    </form>
  );
}
