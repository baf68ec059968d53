"use client";

import { KeptForm } from "@/components/forms/kept-form";
import { useKeptForm } from "@/components/forms/use-kept-form";
import type { ReportAction } from "@/components/reports/report-form-words";
import { errorText, ReportProblems } from "@/components/reports/report-problems";
import type { SmallFormWords } from "@/components/reports/small-form";
import { Button } from "@/components/ui/button";
import { Choice, RadioGroup } from "@/components/ui/choices";
import { FieldError } from "@/components/ui/field";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { TextArea } from "@/components/ui/inputs";
import { typedValue } from "@/domain/action-result";

type Props = {
  action: ReportAction;
  path: string;
  /** What is typed is kept under it, beside other forms of the page. */
  name: string;
  words: SmallFormWords;
  hidden: Readonly<Record<string, string>>;
  text: Record<"which" | "decision" | "reason" | "reasonHint" | "send", string>;
  /** `value` names the version that was seen. */
  choices: readonly { value: string; label: string; hint?: string }[];
  decisions: readonly { value: string; label: string }[];
  /** "primary" where it is what the page is for. */
  look: "primary" | "secondary";
};

/** One decision and one reason for all that are ticked; none is ticked for anybody. */
export function SeveralForm({ action, path, name, words, hidden, text, choices, decisions, look }: Props) {
  const kept = useKeptForm({ action, path, name: `${path}#${name}` });
  const fields = kept.state?.ok === false ? kept.state.fields : {};
  const typed = kept.typed?.ok === false ? kept.typed.values.chosen : undefined;
  const ticked = Array.isArray(typed) ? typed : [typed];
  const errorOf = (field: string) => fields[field] && errorText(words, field, fields[field]);
  const { errorPrefix } = words;
  return (
    <KeptForm kept={kept} words={words.kept} className="max-w-line space-y-4">
      <ReportProblems state={kept.state} words={words} onRetry={kept.retry} />
      <HiddenInputs values={hidden} />
      <fieldset id="chosen">
        <legend className="font-semibold">{text.which}</legend>
        {fields.chosen ? <FieldError id="chosen" error={errorOf("chosen")} prefix={errorPrefix} /> : null}
        {choices.map(({ value, label, hint }) => (
          <Choice
            key={value}
            id={`chosen-${value}`}
            name="chosen"
            value={value}
            label={label}
            hint={hint}
            defaultChecked={ticked.includes(value)}
          />
        ))}
      </fieldset>
      <RadioGroup
        id="decision"
        legend={text.decision}
        options={decisions}
        defaultValue={typedValue(kept.typed, "decision")}
        error={errorOf("decision")}
        errorPrefix={errorPrefix}
      />
      <TextArea
        id="reason"
        name="reason"
        label={text.reason}
        hint={text.reasonHint}
        rows={4}
        defaultValue={typedValue(kept.typed, "reason")}
        error={errorOf("reason")}
        errorPrefix={errorPrefix}
      />
      <Button look={look} disabled={kept.isPending}>
        {text.send}
      </Button>
    </KeptForm>
  );
}
