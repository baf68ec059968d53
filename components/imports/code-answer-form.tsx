"use client";

import { KeptForm } from "@/components/forms/kept-form";
import { useKeptForm } from "@/components/forms/use-kept-form";
import type { ReportAction } from "@/components/reports/report-form-words";
import { ReportProblems } from "@/components/reports/report-problems";
import type { SmallFormWords } from "@/components/reports/small-form";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choices";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { Select, TextArea, TextInput } from "@/components/ui/inputs";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { typedValue } from "@/domain/action-result";
import type { AnswerField, TypedAnswer } from "@/domain/imports/code-answer";
import type messages from "@/messages/en/imports.json";

type Option = { value: string; label: string };
type Props = {
  action: ReportAction;
  path: string;
  words: SmallFormWords;
  hidden: Readonly<Record<string, string>>;
  /** What was said before; null of a code that is known, of which nothing is asked. */
  answer: TypedAnswer | null;
  /** By field, what is wrong with it. */
  problems: Readonly<Partial<Record<string, string>>>;
  general: readonly string[];
  roles: readonly Option[];
  forms: readonly Option[];
  sourceKinds: readonly Option[];
  columns: typeof messages.columns;
  decision: string;
  decisions: readonly Option[];
  text: typeof messages.code & { decision: string };
};

/** Asks who is behind a provider code, whether patients go there, and what document says so. */
export function CodeAnswerForm(props: Props) {
  const { action, path, words, hidden, answer, problems, general, columns, text } = props;
  const kept = useKeptForm({ action, path, name: `${path}#code` });
  const { state } = kept;
  const field = (id: AnswerField) => ({
    id,
    label: columns[id],
    defaultValue: typedValue(kept.typed, id, answer?.[id] ?? ""),
    error: problems[id],
    errorPrefix: words.errorPrefix,
  });
  return (
    <KeptForm kept={kept} words={words.kept} className="max-w-line space-y-6">
      <ReportProblems state={state} words={words} onRetry={kept.retry} />
      {general.length > 0 ? (
        <Notice tone="important">
          {general.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      ) : null}
      <HiddenInputs values={hidden} />
      <div className="space-y-6">
        {answer === null ? (
          <p>{text.known}</p>
        ) : (
          <>
            <p>{text.how}</p>
            <RadioGroup {...field("code-role")} legend={text.role} options={props.roles} />
            <TextInput {...field("provider")} label={text.provider} hint={text.providerHint} />
            <Select {...field("legal-form")} label={text.form} hint={text.formHint} options={props.forms} />
            <Section id="site" title={text.siteTitle}>
              <div className="space-y-4">
                <TextInput {...field("site-name")} />
                <TextInput {...field("address")} />
                <TextInput {...field("town")} width="half" />
                <TextInput {...field("postcode")} width="short" />
              </div>
            </Section>
            <Section id="evidence" title={text.sourceTitle}>
              <div className="space-y-4">
                <Select {...field("source-kind")} options={props.sourceKinds} />
                <TextInput {...field("source-title")} />
                <TextInput {...field("source-publisher")} />
                <TextInput {...field("source-url")} inputMode="url" />
                <TextInput {...field("source-date")} width="short" />
                <TextArea {...field("says")} label={text.says} hint={text.saysHint} rows={3} />
              </div>
            </Section>
          </>
        )}
        <RadioGroup
          id="decision"
          legend={text.decision}
          options={props.decisions}
          defaultValue={typedValue(kept.typed, "decision", props.decision)}
        />
      </div>
      <Button disabled={kept.isPending}>{text.save}</Button>
    </KeptForm>
  );
}
