"use client";

import { KeptForm } from "@/components/forms/kept-form";
import { useKeptForm } from "@/components/forms/use-kept-form";
import { AnswerBeside } from "@/components/reports/answer-beside";
import {
  ChangeField,
  type ChangeFormWords,
  type Corrected,
  CorrectedNotes,
  fieldsAsked,
  WhichOfTwo,
} from "@/components/reports/change-fields";
import { FirstButton } from "@/components/reports/first-button";
import { LastQuestion } from "@/components/reports/last-question";
import { Question } from "@/components/reports/question";
import type { ReportAction } from "@/components/reports/report-form-words";
import { ReportProblems } from "@/components/reports/report-problems";
import { OneSource } from "@/components/reports/source-fields";
import { useReportFields } from "@/components/reports/use-report-fields";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choices";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import type { ChangeQuestion } from "@/domain/reports/change-form";
import { changeProblemWhileTyped } from "@/domain/reports/change-steps";
import type { AskedPart } from "@/domain/reports/field-answers";
import type { ReportFormValues } from "@/domain/reports/new-service-form";

type Props = {
  action: ReportAction;
  /** The page's own path, and what tells this form from others in what the browser keeps. */
  path?: string | undefined;
  keptAs: string;
  words: ChangeFormWords;
  question: ChangeQuestion;
  corrected?: Corrected | undefined;
  /** What our map has at a place that is said to be run by the NHS: which of the two is meant is asked first. */
  onMap?: readonly { href: string; text: string }[];
  /** Of "moved": a place of ours that was chosen. Its name and address are not asked for, unless it may be another without `other`. */
  knownPlace?:
    | { id: string; name: string; said: string; other: { href: string; text: string } | null }
    | undefined;
  initial: ReportFormValues;
  hidden: Readonly<Record<string, string>>;
  buttons: readonly { intent: string; text: string; look?: "primary" | "secondary" | undefined }[];
  messageLabel?: string | undefined;
  /** What a moderator asks about parts of the report. */
  asked?: readonly AskedPart[];
  /** ISO */
  today: string;
};

/** What is not asked for of a place that we know. */
const WHERE_IT_IS: ReadonlySet<string> = new Set([
  "placeName",
  "addressLines",
  "town",
  "postcode",
  "point",
  "areaId",
]);

/** All answers of a report about an entry on one page, for changing what was sent. Nothing typed is lost, whatever the answer is; it works without scripts. */
export function ChangeForm(props: Props) {
  const { action, path, keptAs, words, question, corrected, onMap = [], initial, hidden, buttons } = props;
  const { asked = [], knownPlace } = props;
  const kept = useKeptForm({ action, path, name: `${keptAs}#change` });
  const { state, fields, heard, onTyped } = useReportFields({
    kept,
    words,
    initial,
    problemWhileTyped: changeProblemWhileTyped,
    today: props.today,
  });
  const { valueIn, errorOf } = fields;
  const { text, errorPrefix } = words;
  const drawn = { ...fields, words, corrected };
  // Asked too where something came on the map while the form was open.
  const isAsked = onMap.length > 0 || errorOf("mapped") !== undefined;
  const isChosen = knownPlace !== undefined && knownPlace.other !== null;
  const isHidden = (field: string) =>
    field === "mapped" || field === "placeId" || (isChosen && WHERE_IT_IS.has(field));
  const shown = fieldsAsked(question, corrected?.field).filter((field) => !isHidden(field));
  return (
    <KeptForm kept={kept} words={words.kept} className="max-w-line space-y-8" onTyped={onTyped}>
      <FirstButton button={buttons[0]} />
      <ReportProblems state={state} words={words} onRetry={kept.retry} />
      <HiddenInputs values={hidden} />
      <p className="sr-only" aria-live="polite">
        {heard}
      </p>
      {asked.map(({ field }) => (
        <AnswerBeside key={field} {...fields} field={field} asked={asked} words={words} />
      ))}
      <CorrectedNotes corrected={corrected} />
      {knownPlace?.other ? (
        <>
          <HiddenInputs values={{ placeId: knownPlace.id, placeName: knownPlace.name }} />
          <p>
            {knownPlace.said} <a href={knownPlace.other.href}>{knownPlace.other.text}</a>
          </p>
        </>
      ) : null}
      {question === "not-outsourced" && isAsked ? <WhichOfTwo {...drawn} onMap={onMap} /> : null}
      {shown.length > 0 ? (
        <Question title={text.whatTitle}>
          {knownPlace?.other === null ? (
            <RadioGroup
              id="placeId"
              legend={text.placeId}
              hint={text.placeIdHint}
              error={errorOf("placeId")}
              errorPrefix={errorPrefix}
              defaultValue={valueIn("placeId")}
              options={[
                { value: knownPlace.id, label: knownPlace.said },
                { value: "", label: text.otherPlace },
              ]}
            />
          ) : null}
          {shown.map((id) => (
            <ChangeField key={id} {...drawn} id={id} />
          ))}
        </Question>
      ) : null}
      {question === "same-as" ? null : (
        <Question title={text.sourceTitle} note={text.sourceNote}>
          <OneSource {...fields} words={words} index={0} />
        </Question>
      )}
      <LastQuestion {...fields} words={words} messageLabel={props.messageLabel} />
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
