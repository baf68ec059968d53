"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { isOneOf } from "@/domain/lists/is-one-of";
import { FORM_DECISIONS, type FormDecision } from "@/domain/reports/decision-form";

type Props = {
  /** `moderation.one`: `decide`, `decideNext`, and what each decision is called. */
  text: Readonly<Record<string, string | undefined>>;
  /** Whether the next report follows. */
  goesOn: boolean;
  isPending: boolean;
};

/** The button of the decision form: once a decision is chosen it says what it will do. Without scripts it says "Decide". */
export function DecideButton({ text, goesOn, isPending }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [chosen, setChosen] = useState<FormDecision | null>(null);
  useEffect(() => {
    const form = button.current?.form;
    if (!form) return;
    const read = () => {
      const decision = new FormData(form).get("decision");
      setChosen(isOneOf(FORM_DECISIONS, decision) ? decision : null);
    };
    read();
    form.addEventListener("change", read);
    return () => form.removeEventListener("change", read);
  }, []);
  const does = chosen === null ? undefined : text[chosen];
  const words = goesOn ? text.decideNext : text.decide;
  return (
    <Button ref={button} disabled={isPending}>
      {does === undefined ? words : `${words}: ${does.charAt(0).toLowerCase()}${does.slice(1)}`}
    </Button>
  );
}
