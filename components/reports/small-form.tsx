"use client";

import { KeptForm, type KeptWords } from "@/components/forms/kept-form";
import { useKeptForm } from "@/components/forms/use-kept-form";
import type { ReportAction } from "@/components/reports/report-form-words";
import { errorText, ReportProblems } from "@/components/reports/report-problems";
import { Button, type ButtonLook } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choices";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { Select, TextArea, TextInput } from "@/components/ui/inputs";
import { typedValue } from "@/domain/action-result";
import type { FieldProblem } from "@/domain/field-problem";
import type { QueueKey } from "@/domain/reports/queue-keys";

export type SmallFormWords = {
  errorPrefix: string;
  summaryTitle: string;
  errors: Record<string, string>;
  failures: Record<string, string>;
  signIn: { href: string; text: string };
  practice?: { href: string; text: string };
  kept: KeptWords;
  /** Labels by field, for errors that name it. */
  text: Record<string, string>;
};

type Option = { value: string; label: string };
type SmallField = { id: string; name: string; label: string; hint?: string; value?: string } & (
  | { kind: "line" | "text" }
  | { kind: "select" | "radio"; options: readonly Option[] }
);

type Props = {
  action: ReportAction;
  /** The page's own path: without scripts it ties the answer to the form, wherever on the page it stands. */
  path: string;
  words: SmallFormWords;
  hidden: Readonly<Record<string, string>>;
  fields?: readonly SmallField[];
  button: string;
  /** What the button is called where several of a page say the same; begins with what is written on it. */
  buttonLabel?: string | undefined;
  look?: ButtonLook;
  note?: string;
  /** What presses the button by a key (domain/reports/queue-keys.ts). */
  shortcut?: QueueKey;
  /** Another button that sends the same, and says that it was pressed. */
  second?: { name: string; value: string; button: string } | undefined;
};

/** A button with the few fields it needs; most moves of a report are one of these. */
export function SmallForm({
  action,
  path,
  words,
  hidden,
  fields = [],
  button,
  buttonLabel,
  look = "secondary",
  note,
  shortcut,
  second,
}: Props) {
  const name = `${path}#${fields[0]?.id ?? buttonLabel ?? button}`;
  const kept = useKeptForm({ action, path, name, emptiesWhenSent: true });
  const { state } = kept;
  const errorOf = (field: SmallField) => {
    const key = state?.ok === false ? state.fields[field.name] : undefined;
    return key && errorText(words, field.name, key);
  };
  // A summary links to fields by their id; several forms of a page may have a field of the same name.
  const shown = state?.ok === false ? { ...state, fields: byId(state.fields, fields) } : state;
  return (
    <KeptForm kept={kept} words={words.kept} className="max-w-line space-y-4">
      <ReportProblems state={shown} words={words} onRetry={kept.retry} />
      <HiddenInputs values={hidden} />
      {note ? <p className="text-ink-soft">{note}</p> : null}
      <div className="space-y-4">
        {fields.map((field) => (
          <OneField
            key={field.id}
            field={field}
            error={errorOf(field)}
            errorPrefix={words.errorPrefix}
            value={typedValue(kept.typed, field.name, field.value)}
          />
        ))}
      </div>
      <div className="flex flex-wrap gap-3">
        <Button look={look} disabled={kept.isPending} aria-label={buttonLabel} data-key={shortcut}>
          {button}
        </Button>
        {second ? (
          <Button look="secondary" disabled={kept.isPending} name={second.name} value={second.value}>
            {second.button}
          </Button>
        ) : null}
      </div>
    </KeptForm>
  );
}

function byId(
  errors: Record<string, FieldProblem>,
  fields: readonly SmallField[],
): Record<string, FieldProblem> {
  return Object.fromEntries(
    Object.entries(errors).map(([name, key]) => [
      fields.find((field) => field.name === name)?.id ?? name,
      key,
    ]),
  );
}

function OneField({
  field,
  error,
  errorPrefix,
  value,
}: {
  field: SmallField;
  error: string | undefined;
  errorPrefix: string;
  value: string;
}) {
  const { id, name, label, hint } = field;
  const common = { id, name, hint, error, errorPrefix, defaultValue: value };
  if (field.kind === "radio") return <RadioGroup {...common} legend={label} options={field.options} />;
  if (field.kind === "select") return <Select {...common} label={label} options={field.options} />;
  if (field.kind === "line") return <TextInput {...common} label={label} />;
  return <TextArea {...common} label={label} rows={4} />;
}
