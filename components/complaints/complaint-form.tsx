"use client";

import { useActionState } from "react";
import { FormProblems } from "@/components/account/form-problems";
import type { FormAction, ProblemWords } from "@/components/account/form-words";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choices";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { TextArea, TextInput } from "@/components/ui/inputs";
import { typedValue } from "@/domain/action-result";

type Field = "kind" | "why" | "email" | "website";
type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  kinds: readonly { value: string; label: string }[];
  words: ProblemWords & Record<Field | "whyHint" | "emailHint" | "button", string>;
};

/** "This is wrong": what, why, and where the receipt goes. Works without scripts, and keeps what was typed. */
export function ComplaintForm({ action, hidden, kinds, words }: Props) {
  const [state, send, pending] = useActionState(action, null);
  const fieldOf = (field: Field) => {
    const key = state?.ok === false ? state.fields[field] : undefined;
    return { error: key && (words.errors[key] ?? key), errorPrefix: words.errorPrefix };
  };
  return (
    <form action={send} noValidate className="max-w-line space-y-6">
      <FormProblems state={state} words={words} />
      <HiddenInputs values={hidden} />
      <div key={state?.ok === false ? JSON.stringify(state.values) : ""} className="space-y-6">
        <RadioGroup
          id="kind"
          legend={words.kind}
          options={kinds}
          defaultValue={typedValue(state, "kind")}
          {...fieldOf("kind")}
        />
        <TextArea
          id="why"
          rows={6}
          label={words.why}
          hint={words.whyHint}
          defaultValue={typedValue(state, "why")}
          {...fieldOf("why")}
        />
        <TextInput
          id="email"
          type="email"
          autoComplete="email"
          spellCheck={false}
          width="half"
          label={words.email}
          hint={words.emailHint}
          defaultValue={typedValue(state, "email")}
          {...fieldOf("email")}
        />
        {/* Nobody sees or reaches it; a program that fills in every field does. */}
        <div hidden>
          <TextInput id="website" tabIndex={-1} autoComplete="off" label={words.website} />
        </div>
      </div>
      <Button disabled={pending}>{words.button}</Button>
    </form>
  );
}
