"use client";

import { KeptForm } from "@/components/forms/kept-form";
import { useKeptForm } from "@/components/forms/use-kept-form";
import { AnswerBeside } from "@/components/reports/answer-beside";
import { FirstButton } from "@/components/reports/first-button";
import { LastQuestion } from "@/components/reports/last-question";
import { Question } from "@/components/reports/question";
import type { ReportAction, ReportFormWords } from "@/components/reports/report-form-words";
import { errorText, ReportProblems } from "@/components/reports/report-problems";
import { OneSource } from "@/components/reports/source-fields";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choices";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { Select, TextInput } from "@/components/ui/inputs";
import { typedValue } from "@/domain/action-result";
import { CHANGE_FIELDS, type ChangeQuestion } from "@/domain/reports/change-form";
import type { AskedPart } from "@/domain/reports/field-answers";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import { isDropping, NEW_CONTRACT_FIELDS } from "@/domain/reports/service-lines";

type Option = { value: string; label: string };
type Props = {
  action: ReportAction;
  /** The page's own path, and what tells this form from others in what the browser keeps. */
  path?: string | undefined;
  keptAs: string;
  words: ReportFormWords & { proofs: Option[]; mapped: Option[] };
  question: ChangeQuestion;
  /** Of "wrong": which fact, what it may be where it is one of a few, and what to know before. */
  corrected?:
    | { field: string; options: Option[] | null; hint?: string; notes?: readonly string[] }
    | undefined;
  /** What our map has at a place that is said to be run by the NHS: which of the two is meant is asked first. */
  onMap?: readonly { href: string; text: string }[];
  /** Of "moved": a place of ours that was chosen. Its name and address are not asked for then. */
  knownPlace?: { id: string; name: string; said: string; other: { href: string; text: string } } | undefined;
  initial: ReportFormValues;
  hidden: Readonly<Record<string, string>>;
  buttons: readonly { intent: string; text: string; look?: "primary" | "secondary" | undefined }[];
  messageLabel?: string | undefined;
  /** What a moderator asks about parts of the report. */
  asked?: readonly AskedPart[];
};

const WIDTHS: Readonly<Record<string, "short" | "half" | "full">> = {
  on: "short",
  checkedOn: "short",
  contractStartsOn: "short",
  contractEndsOn: "short",
  valuePounds: "short",
  postcode: "short",
  town: "half",
};

/** What is not asked for of a place that we know. */
const WHERE_IT_IS: ReadonlySet<string> = new Set(["placeName", "addressLines", "town", "postcode"]);

/** One question about an entry on one page, with its source. Nothing typed is lost, whatever the answer is; it works without scripts. */
export function ChangeForm(props: Props) {
  const {
    action,
    path,
    keptAs,
    words,
    question,
    corrected,
    onMap = [],
    initial,
    hidden,
    buttons,
    asked = [],
  } = props;
  const kept = useKeptForm({ action, path, name: `${keptAs}#change` });
  const { state, typed } = kept;
  const { text, errorPrefix } = words;
  const valueIn = (field: string) => typedValue(typed, field, typed ? "" : (initial[field] ?? ""));
  const errorOf = (field: string) => {
    const key = state?.ok === false ? state.fields[field] : undefined;
    return key && errorText(words, field, key);
  };
  const link = state?.ok === false ? state.link : null;
  const common = (id: string) => ({
    id,
    label: text[id] ?? id,
    hint: text[`${id}Hint`],
    error: errorOf(id),
    errorPrefix,
    defaultValue: valueIn(id),
  });
  // Asked too where something came on the map while the form was open.
  const isAsked = onMap.length > 0 || errorOf("mapped") !== undefined;
  const { knownPlace } = props;
  const isHidden = (field: string) =>
    field === "mapped" || field === "placeId" || (knownPlace !== undefined && WHERE_IT_IS.has(field));
  const fields = fieldsOf(question, corrected?.field).filter((field) => !isHidden(field));
  return (
    <KeptForm kept={kept} words={words.kept} className="max-w-line space-y-8">
      <FirstButton button={buttons[0]} />
      <ReportProblems state={state} words={words} onRetry={kept.retry} />
      <HiddenInputs values={hidden} />
      {asked.map(({ field }) => (
        <AnswerBeside
          key={field}
          field={field}
          asked={asked}
          words={words}
          valueIn={valueIn}
          errorOf={errorOf}
        />
      ))}
      {corrected?.notes && corrected.notes.length > 0 ? (
        <div className="space-y-2">
          {corrected.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      ) : null}
      {knownPlace ? (
        <>
          <HiddenInputs values={{ placeId: knownPlace.id, placeName: knownPlace.name }} />
          <p>
            {knownPlace.said} <a href={knownPlace.other.href}>{knownPlace.other.text}</a>
          </p>
        </>
      ) : null}
      {question === "not-outsourced" && isAsked ? (
        <Question title={text.mappedTitle} note={text.mappedNote}>
          {onMap.length > 0 ? (
            <ul className="list-disc space-y-2 pl-6">
              {onMap.map(({ href, text: line }) => (
                <li key={href}>
                  {line}. <a href={href}>{text.mappedChange}</a>
                </li>
              ))}
            </ul>
          ) : null}
          <RadioGroup {...common("mapped")} legend={text.mapped} options={words.mapped} />
        </Question>
      ) : null}
      {fields.length > 0 ? (
        <Question title={text.whatTitle}>
          {fields.map((id) => {
            if (id === "proof")
              return <RadioGroup key={id} {...common(id)} legend={text.proof} options={words.proofs} />;
            if (id === "providerKind")
              return (
                <Select
                  key={id}
                  {...common(id)}
                  options={[{ value: "", label: text.notSaid ?? "" }, ...words.options.providerKind]}
                />
              );
            if (id === "contractType")
              return (
                <Select
                  key={id}
                  {...common(id)}
                  options={[{ value: "", label: text.choose ?? "" }, ...words.options.contractType]}
                />
              );
            if (id === "proposed" && corrected?.options)
              return (
                <Select
                  key={id}
                  {...common(id)}
                  options={[{ value: "", label: text.choose ?? "" }, ...corrected.options]}
                />
              );
            return (
              <TextInput
                key={id}
                {...common(id)}
                {...(id === "proposed" && corrected?.hint ? { hint: corrected.hint } : {})}
                maxLength={300}
                autoComplete="off"
                width={WIDTHS[id] ?? "full"}
              />
            );
          })}
        </Question>
      ) : null}
      {question === "same-as" ? null : (
        <Question title={text.sourceTitle} note={text.sourceNote}>
          <OneSource words={words} valueIn={valueIn} errorOf={errorOf} link={link} index={0} />
        </Question>
      )}
      <LastQuestion words={words} valueIn={valueIn} errorOf={errorOf} messageLabel={props.messageLabel} />
      <div className="flex flex-wrap gap-3">
        {buttons.map(({ intent, text: label, look }) => (
          <Button key={intent} name="intent" value={intent} look={look} disabled={kept.isPending}>
            {label}
          </Button>
        ))}
      </div>
    </KeptForm>
  );
}

/** Of "wrong", an address and a contract have their own fields, what is dropped none, and every other fact one. */
function fieldsOf(question: ChangeQuestion, corrected: string | undefined): readonly string[] {
  if (question !== "wrong") return CHANGE_FIELDS[question];
  if (corrected === "address") return ["addressLines", "town", "postcode"];
  if (corrected === "contract") return NEW_CONTRACT_FIELDS;
  return isDropping(corrected ?? "") ? [] : ["proposed"];
}
