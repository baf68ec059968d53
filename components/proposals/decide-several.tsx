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
  words: SmallFormWords;
  hidden: Readonly<Record<string, string>>;
  text: Record<"which" | "decision" | "accept" | "dismiss" | "reason" | "reasonHint" | "send", string>;
  /** Those of the page above that this moderator may decide: `value` names the version that was seen. */
  proposals: readonly { value: string; name: string }[];
};

/** One decision and one reason for all that are ticked; none is ticked for anybody. */
export function DecideSeveral({ action, path, words, hidden, text, proposals }: Props) {
  const kept = useKeptForm({ action, path, name: `${path}#several` });
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
        {proposals.map(({ value, name }) => (
          <Choice
            key={value}
            id={`chosen-${value}`}
            name="chosen"
            value={value}
            label={name}
            defaultChecked={ticked.includes(value)}
          />
        ))}
      </fieldset>
      <RadioGroup
        id="decision"
        legend={text.decision}
        options={[
          { value: "accept", label: text.accept },
          { value: "dismiss", label: text.dismiss },
        ]}
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
      <Button look="secondary" disabled={kept.isPending}>
        {text.send}
      </Button>
    </KeptForm>
  );
}
