"use client";

import { SuggestingInput } from "@/components/look-up/suggesting-input";
import type { SuggestingTexts } from "@/components/look-up/suggestion-texts";
import {
  ChangeField,
  type ChangeFormWords,
  type Corrected,
  CorrectedNotes,
  fieldsAsked,
  WhichOfTwo,
} from "@/components/reports/change-fields";
import { LicenceQuestion } from "@/components/reports/last-question";
import { type Choices, PickButtons } from "@/components/reports/pick-buttons";
import type { FieldState } from "@/components/reports/report-form-words";
import { OneSource } from "@/components/reports/source-fields";
import { WhereFields, type WhereMode } from "@/components/reports/step-fields";
import { StepShell, type StepShellProps } from "@/components/reports/step-shell";
import { TextArea } from "@/components/ui/inputs";
import type { Locale } from "@/domain/language/locale";
import type { ChangeQuestion } from "@/domain/reports/change-form";
import type { CorrectableType } from "@/domain/reports/change-proposals";
import { type ChangeStep, changeProblemWhileTyped } from "@/domain/reports/change-steps";
import { PICK } from "@/domain/reports/new-service-steps";

type Own = {
  words: ChangeFormWords;
  question: ChangeQuestion;
  step: ChangeStep;
  /** The type of the entry that it is about. */
  aboutType: CorrectableType;
  corrected?: Corrected | undefined;
  /** Whether what is right is the name of an organisation, so that ours are suggested. */
  isNameOfProvider: boolean;
  /** What our map has at a place that is said to be run by the NHS. */
  onMap: readonly { href: string; text: string }[];
  /** Places, organisations or entries that may be meant; null while that is not asked. */
  choices: Choices | null;
  /** Of "Where is it now?", the page of another answer than a name. */
  where: WhereMode | null;
  suggesting: { locale: Locale; texts: SuggestingTexts };
};

/** One page of a report about an entry. */
export function ChangeStepForm({ words, ...props }: Omit<StepShellProps, "words"> & Own) {
  return (
    <StepShell {...props} words={words} problemWhileTyped={changeProblemWhileTyped}>
      {(fields) => <ChangeStepFields {...fields} {...props} words={words} />}
    </StepShell>
  );
}

function ChangeStepFields(props: FieldState & { isPending: boolean } & Own) {
  const { step, words, valueIn, errorOf, choices, corrected, isPending } = props;
  const { text } = words;
  const field = { words, valueIn, errorOf, corrected };
  const pick =
    choices && choices.list.length > 0 ? <PickButtons choices={choices} isPending={isPending} /> : null;
  switch (step) {
    case "who":
      return pick ?? <NameOfProvider {...props} id="providerName" note={text.notKnownNote} />;
    case "where":
      return <WhereFields {...props} />;
    case "fact":
      if (props.isNameOfProvider) return pick ?? <NameOfProvider {...props} id="proposed" />;
      return (
        <>
          <CorrectedNotes corrected={corrected} />
          {fieldsAsked(props.question, corrected?.field).map((id) => (
            <ChangeField key={id} {...field} id={id} />
          ))}
        </>
      );
    case "twin":
      return (
        <>
          {pick}
          <OtherEntry {...props} />
          <NoteField {...props} />
        </>
      );
    case "check":
      return (
        <>
          {props.onMap.length > 0 || errorOf("mapped") ? <WhichOfTwo {...field} onMap={props.onMap} /> : null}
          <ChangeField {...field} id="proof" />
          <ChangeField {...field} id="checkedOn" />
        </>
      );
    case "when":
      return <ChangeField {...field} id="on" />;
    case "source":
      return (
        <>
          <p className="text-ink-soft">{text.sourceNote}</p>
          <OneSource {...props} index={0} />
          <More {...props} />
        </>
      );
    case "review":
      return <LicenceQuestion {...props} />;
  }
}

/** A box for the name of an organisation, with ours suggested. */
function NameOfProvider({
  id,
  note,
  ...props
}: FieldState & Own & { id: string; note?: string | undefined }) {
  const { words, suggesting, corrected } = props;
  return (
    <>
      <CorrectedNotes corrected={corrected} />
      <SuggestingInput
        id={id}
        label={words.text[id]}
        hint={corrected?.hint ?? words.text.providerFindHint}
        error={props.errorOf(id)}
        errorPrefix={words.errorPrefix}
        defaultValue={props.valueIn(id)}
        {...suggesting}
        only="provider"
        intentOf={(name) => PICK + name}
        maxLength={200}
        autoComplete="off"
      />
      {note ? <p className="text-ink-soft">{note}</p> : null}
    </>
  );
}

/** A box for the entry that it is the same as; the names of places and organisations are suggested. */
function OtherEntry(props: FieldState & Own) {
  const { words, aboutType, suggesting } = props;
  if (aboutType === "service") return <ChangeField {...props} id="other" />;
  return (
    <SuggestingInput
      id="other"
      label={words.text.other}
      hint={words.text.otherHint}
      error={props.errorOf("other")}
      errorPrefix={words.errorPrefix}
      defaultValue={props.valueIn("other")}
      {...suggesting}
      only={aboutType}
      intentOf={(_, slug) => PICK + slug}
      maxLength={300}
      autoComplete="off"
    />
  );
}

/** What a source may say besides; folded away until some of it is said. */
function More(props: FieldState & Own) {
  const { words, question, valueIn, errorOf } = props;
  const asked = question === "new-provider" ? ["providerKind", "note"] : ["note"];
  const isOpen = asked.some((id) => valueIn(id) !== "" || errorOf(id) !== undefined);
  return (
    <details open={isOpen || undefined}>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">{words.text.more}</summary>
      <div className="mt-2 space-y-5 border-field border-l-4 pl-4">
        {question === "new-provider" ? <ChangeField {...props} id="providerKind" /> : null}
        <NoteField {...props} />
      </div>
    </details>
  );
}

function NoteField({ words: { text, errorPrefix }, valueIn, errorOf }: FieldState & Own) {
  return (
    <TextArea
      id="note"
      label={text.note}
      hint={text.noteHint}
      defaultValue={valueIn("note")}
      error={errorOf("note")}
      errorPrefix={errorPrefix}
      rows={3}
      maxLength={2000}
    />
  );
}
