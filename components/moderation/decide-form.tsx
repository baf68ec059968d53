"use client";

import type { ReactNode } from "react";
import { KeptForm } from "@/components/forms/kept-form";
import { useKeptForm } from "@/components/forms/use-kept-form";
import { DecideButton } from "@/components/moderation/decide-button";
import { DECIDE_FORM } from "@/components/moderation/decide-form-id";
import { DecidePart, type PartWords } from "@/components/moderation/decide-part";
import { MessageBeside, type MessageBesideWords } from "@/components/reports/message-beside";
import type { ReportAction } from "@/components/reports/report-form-words";
import { errorText, ReportProblems } from "@/components/reports/report-problems";
import type { SmallFormWords } from "@/components/reports/small-form";
import { Button } from "@/components/ui/button";
import { Choice, RadioGroup } from "@/components/ui/choices";
import { FieldError } from "@/components/ui/field";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { TextArea, TextInput } from "@/components/ui/inputs";
import { type ActionState, typedValue } from "@/domain/action-result";
import { codeOfProblem } from "@/domain/field-problem";
import type { DecidedPart, DecidedParts } from "@/domain/reports/change-parts";
import { type FormDecision, PARTS_INPUT } from "@/domain/reports/decision-form";
import type { ReportPart } from "@/domain/reports/proposal";
import type { SourceInput } from "@/domain/sources/source";

type Props = {
  action: ReportAction;
  /** The page's own path. See LostForms. */
  path: string;
  words: SmallFormWords & PartWords;
  hidden: Readonly<Record<string, string>>;
  decided: DecidedParts;
  sources: readonly SourceInput[];
  /** What it can end in. */
  decisions: readonly FormDecision[];
  /** Which version of the report this is. */
  revision: number;
  /** Likely duplicates, each with the words of its tick box. */
  twins: readonly { id: string; label: string }[];
  /** Places that it may be: value and words. */
  places: readonly { value: string; label: string }[];
  /** A new provider, then those that it may be. */
  providers: readonly { value: string; label: string }[];
  /** Where the moderator may write to the author on this page. */
  message: { words: MessageBesideWords; submissionKey: string } | null;
  /** Whether the next report follows. */
  goesOn: boolean;
  /** Parts of which the report says nothing: they are folded away. */
  gaps: readonly ReportPart[];
  /** For each part, what would be published of it. */
  changes: Readonly<Partial<Record<ReportPart, ReactNode>>>;
};

/**
 * One decision and one reason, then a verdict and a comment beside each part of the report. Nothing typed is lost; it works
 * without scripts.
 */
export function DecideForm({
  action,
  path,
  words,
  hidden,
  decided,
  sources,
  decisions,
  revision,
  twins,
  places,
  providers,
  message,
  goesOn,
  gaps,
  changes,
}: Props) {
  // A decision is about one version: what was typed about an earlier one is not put over what the author sent since.
  const kept = useKeptForm({ action, path, name: `${path}#decide.${revision}` });
  const { state, typed } = kept;
  const { text, errorPrefix } = words;
  // An error names the part as the form does.
  const named = { ...words, text: { ...text, ...words.parts } };
  const errorOf = (field: string) => {
    const key = state?.ok === false ? state.fields[field] : undefined;
    return key && errorText(named, field, codeOfProblem(key) in words.errors ? key : "other");
  };
  const valueIn = (field: string, otherwise = "") => typedValue(typed, field, otherwise);
  const isGap = ({ part }: DecidedPart) => gaps.includes(part);
  const partOf = (part: DecidedPart) => (
    <DecidePart
      key={part.part}
      decided={part}
      words={words}
      values={decided.values}
      sources={sources}
      places={places}
      providers={providers}
      valueIn={valueIn}
      isTicked={(name, value) => isTicked(typed, name, value)}
      errorOf={errorOf}
      changes={changes[part.part]}
    />
  );
  return (
    <KeptForm kept={kept} words={words.kept} id={DECIDE_FORM} className="space-y-8">
      <ReportProblems state={state} words={named} onRetry={kept.retry} />
      <HiddenInputs values={hidden} />
      <HiddenInputs values={{ [PARTS_INPUT]: decided.parts.map(({ part }) => part).join(" ") }} />
      <div className="space-y-8">
        {twins.length > 0 ? (
          <fieldset id="twins" tabIndex={-1}>
            <legend className="font-bold font-serif text-2xl">{text.twinsTitle}</legend>
            {errorOf("twins") ? (
              <FieldError id="twins" error={errorOf("twins")} prefix={errorPrefix} />
            ) : null}
            {twins.map((twin) => (
              <Choice
                key={twin.id}
                id={`twin-${twin.id}`}
                name="notTheSame"
                value={twin.id}
                label={twin.label}
                defaultChecked={isTicked(typed, "notTheSame", twin.id)}
              />
            ))}
          </fieldset>
        ) : null}
        <RadioGroup
          id="decision"
          legend={text.decision}
          error={errorOf("decision")}
          errorPrefix={errorPrefix}
          defaultValue={valueIn("decision")}
          options={decisions.map((value) => ({
            value,
            label: text[value],
            hint: text[`${value}Hint`],
          }))}
        />
        {decisions.includes("duplicate") ? (
          <TextInput
            id="sameAs"
            label={text.sameAs}
            hint={text.sameAsHint}
            error={errorOf("sameAs")}
            errorPrefix={errorPrefix}
            defaultValue={valueIn("sameAs")}
          />
        ) : null}
        <TextArea
          id="reason"
          label={text.reason}
          hint={text.reasonHint}
          error={errorOf("reason")}
          errorPrefix={errorPrefix}
          defaultValue={valueIn("reason")}
          rows={4}
        />
        <div className="flex flex-wrap gap-3">
          {/* Drawn anew once what was kept is put back, or removed: that chooses without a word. */}
          <DecideButton
            key={String(kept.isRestored)}
            text={text}
            goesOn={goesOn}
            isPending={kept.isPending}
          />
          {text.decideStop ? (
            <Button look="secondary" disabled={kept.isPending} name="intent" value="stop">
              {text.decideStop}
            </Button>
          ) : null}
          {/* Without scripts a form of its own would load the page anew, without what was typed here. */}
          <noscript>
            <Button look="secondary" name="intent" value="renew">
              {text.renewHere}
            </Button>
          </noscript>
        </div>
        <fieldset>
          <legend className="font-bold font-serif text-2xl">{text.partsTitle}</legend>
          {decided.parts.filter((part) => !isGap(part)).map(partOf)}
          {gaps.length > 0 ? (
            <details
              open={gaps.some((field) => errorOf(field)) || undefined}
              className="mt-3 border-rule border-t pt-3"
            >
              <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">
                {text.gapsFolded}: {gaps.map((field) => words.parts[field]).join(", ")}
              </summary>
              {decided.parts.filter(isGap).map(partOf)}
            </details>
          ) : null}
        </fieldset>
        <p>
          <a href="#decision" className="inline-flex min-h-11 items-center">
            {text.backToDecision}
          </a>
        </p>
      </div>
      {message ? (
        <MessageBeside
          {...message}
          errorPrefix={errorPrefix}
          error={errorOf("body")}
          value={valueIn("body")}
        />
      ) : null}
    </KeptForm>
  );
}

function isTicked(state: ActionState<never>, name: string, value: string): boolean {
  if (!state || state.ok) return false;
  const sent = state.values[name];
  return Array.isArray(sent) ? sent.includes(value) : sent === value;
}
