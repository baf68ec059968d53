"use client";

import { KeptForm } from "@/components/forms/kept-form";
import { useKeptForm } from "@/components/forms/use-kept-form";
import { LicenceQuestion } from "@/components/reports/last-question";
import { Question } from "@/components/reports/question";
import type { ReportAction, ReportFormWords } from "@/components/reports/report-form-words";
import { errorText, ReportProblems } from "@/components/reports/report-problems";
import { OneSource } from "@/components/reports/source-fields";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choices";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { TextInput } from "@/components/ui/inputs";
import { typedValue } from "@/domain/action-result";
import {
  answerField,
  organisationField,
  type RowAnswer,
  type WorksheetPlace,
} from "@/domain/to-do/worksheet";

type Option = { value: string; label: string };
type Props = {
  action: ReportAction;
  path: string;
  words: ReportFormWords & { proofs: Option[]; answers: Record<RowAnswer, string> };
  places: readonly WorksheetPlace[];
  today: string;
  hidden: Readonly<Record<string, string>>;
};

/** One source and the places that it tells of: a report of each that is answered. What is left open is left for another day. */
export function WorksheetForm({ action, path, words, places, today, hidden }: Props) {
  const kept = useKeptForm({ action, path, name: `${path}#worksheet` });
  const { state, typed } = kept;
  const { errorPrefix } = words;
  const text: Record<string, string> = {
    ...words.text,
    ...Object.fromEntries(
      places.flatMap(({ id, name }) => [
        [answerField(id), name],
        [organisationField(id), name],
      ]),
    ),
  };
  const problems = { ...words, text };
  const valueIn = (field: string) => typedValue(typed, field, field === "checkedOn" ? today : "");
  const errorOf = (field: string) => {
    const key = state?.ok === false ? state.fields[field] : undefined;
    return key && errorText(problems, field, key);
  };
  const link = state?.ok === false ? state.link : null;
  return (
    <KeptForm kept={kept} words={words.kept} className="printed-sheet max-w-line space-y-8">
      <ReportProblems state={state} words={problems} onRetry={kept.retry} />
      <HiddenInputs values={hidden} />
      <Question title={text.sheetSource} note={text.sheetSourceNote}>
        <OneSource words={words} valueIn={valueIn} errorOf={errorOf} link={link} index={0} />
        <RadioGroup
          id="proof"
          legend={text.proof}
          options={words.proofs}
          error={errorOf("proof")}
          errorPrefix={errorPrefix}
          defaultValue={valueIn("proof")}
        />
        <TextInput
          id="checkedOn"
          label={text.checkedOn}
          hint={text.checkedOnHint}
          error={errorOf("checkedOn")}
          errorPrefix={errorPrefix}
          defaultValue={valueIn("checkedOn")}
          width="short"
          maxLength={10}
          autoComplete="off"
        />
      </Question>
      <Question title={text.sheetPlaces} note={text.sheetPlacesNote}>
        <div id="answers" tabIndex={-1} className="space-y-6">
          {places.map(({ id, name, where, answers }) => (
            <div key={id} className="break-inside-avoid border-rule border-t pt-4">
              <RadioGroup
                id={answerField(id)}
                legend={where === "" ? name : `${name}, ${where}`}
                options={answers.map((value) => ({ value, label: words.answers[value] }))}
                error={errorOf(answerField(id))}
                errorPrefix={errorPrefix}
                defaultValue={valueIn(answerField(id))}
              />
              {answers.includes("organisation") ? (
                <TextInput
                  id={organisationField(id)}
                  label={
                    <>
                      {text.sheetOrganisation} <span className="sr-only">{name}</span>
                    </>
                  }
                  error={errorOf(organisationField(id))}
                  errorPrefix={errorPrefix}
                  defaultValue={valueIn(organisationField(id))}
                  maxLength={200}
                  autoComplete="off"
                />
              ) : null}
            </div>
          ))}
        </div>
      </Question>
      <LicenceQuestion words={words} valueIn={valueIn} errorOf={errorOf} />
      <Button disabled={kept.isPending} className="print:hidden">
        {text.sheetSend}
      </Button>
    </KeptForm>
  );
}
