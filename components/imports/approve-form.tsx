"use client";

import type { ReactNode } from "react";
import { KeptForm } from "@/components/forms/kept-form";
import { useKeptForm } from "@/components/forms/use-kept-form";
import type { ReportAction } from "@/components/reports/report-form-words";
import { errorText, ReportProblems } from "@/components/reports/report-problems";
import type { SmallFormWords } from "@/components/reports/small-form";
import { Button } from "@/components/ui/button";
import { Choice, RadioGroup } from "@/components/ui/choices";
import { FieldError } from "@/components/ui/field";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { typedValue } from "@/domain/action-result";
import { APPROVAL_RULES, type ApprovalRule } from "@/domain/imports/selection";

type Props = {
  action: ReportAction;
  path: string;
  words: SmallFormWords;
  hidden: Readonly<Record<string, string>>;
  text: {
    rule: string;
    sample: string;
    send: string;
    rules: Readonly<Record<ApprovalRule, string>>;
    /** By rule, how many rows it takes and how many of them have something to look at. */
    counts: Readonly<Record<ApprovalRule, string>>;
    /** The tick without which no row is taken that has something to look at; null where none has. */
    warned: string | null;
    warnedHint: string;
  };
  /** Each with all that it would publish: nobody can say that they looked at what they were not shown. */
  sample: readonly { number: number; label: string; details: ReactNode }[];
};

/**
 * Which rows a second person approves: all, by a rule, or all after looking at a sample that chance has chosen. Nothing is
 * chosen for them.
 */
export function ApproveForm({ action, path, words, hidden, text, sample }: Props) {
  const kept = useKeptForm({ action, path, name: `${path}#approve` });
  const { state } = kept;
  const fields = state?.ok === false ? state.fields : {};
  const typed = kept.typed?.ok === false ? kept.typed.values.looked : undefined;
  const looked = Array.isArray(typed) ? typed : [typed];
  const errorOf = (field: string) => fields[field] && errorText(words, field, fields[field]);
  return (
    <KeptForm kept={kept} words={words.kept} className="max-w-line space-y-4">
      <ReportProblems state={state} words={words} onRetry={kept.retry} />
      <HiddenInputs values={hidden} />
      <div className="space-y-4">
        <RadioGroup
          id="rule"
          legend={text.rule}
          options={APPROVAL_RULES.map((value) => ({
            value,
            label: text.rules[value],
            hint: text.counts[value],
          }))}
          defaultValue={typedValue(kept.typed, "rule")}
          error={errorOf("rule")}
          errorPrefix={words.errorPrefix}
        />
        {text.warned === null ? null : (
          <div id="warned">
            {fields.warned ? (
              <FieldError id="warned" error={errorOf("warned")} prefix={words.errorPrefix} />
            ) : null}
            <Choice
              id="warned-yes"
              name="warned"
              value="yes"
              label={text.warned}
              hint={text.warnedHint}
              defaultChecked={typedValue(kept.typed, "warned") !== ""}
            />
          </div>
        )}
        <fieldset id="looked" className="border-rule border-l-4 pl-4">
          <legend className="font-semibold">{text.sample}</legend>
          {fields.looked ? (
            <FieldError id="looked" error={errorOf("looked")} prefix={words.errorPrefix} />
          ) : null}
          {sample.map(({ number, label, details }) => (
            <div key={number} className="border-rule border-b py-2 last:border-b-0">
              {details}
              <Choice
                id={`looked-${number}`}
                name="looked"
                value={String(number)}
                label={label}
                defaultChecked={looked.includes(String(number))}
              />
            </div>
          ))}
        </fieldset>
      </div>
      <Button disabled={kept.isPending}>{text.send}</Button>
    </KeptForm>
  );
}
