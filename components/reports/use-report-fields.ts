import type { Kept } from "@/components/forms/use-kept-form";
import type { FieldState, ReportFormWords } from "@/components/reports/report-form-words";
import { errorText } from "@/components/reports/report-problems";
import { type ProblemWhileTyped, useTypedProblems } from "@/components/reports/typed-problems";
import { type ActionFailure, type ActionState, typedValue } from "@/domain/action-result";
import type { ReportFormValues } from "@/domain/reports/new-service-form";

type Options = {
  kept: Kept;
  words: ReportFormWords;
  initial: ReportFormValues;
  /** What is wrong with what was kept, where somebody is brought back for it. */
  problems?: ActionFailure | null;
  problemWhileTyped: ProblemWhileTyped;
  /** ISO */
  today: string;
};

/** What stands in each field of a form of a report and what is wrong with it: as it was sent, or as it is being typed. */
export function useReportFields({
  kept,
  words,
  initial,
  problems = null,
  problemWhileTyped,
  today,
}: Options): {
  state: ActionState<never>;
  fields: Required<FieldState>;
  /** What is wrong with the field that was typed into last, for those who hear the page. */
  heard: string | null;
  onTyped: (field: EventTarget, movedTo?: EventTarget | null) => void;
} {
  const { typed } = kept;
  const state = kept.state ?? problems;
  const asked = useTypedProblems(problemWhileTyped, today, state);
  const valueIn = (field: string) => typedValue(typed, field, typed ? "" : (initial[field] ?? ""));
  const errorOf = (field: string) => {
    const problem = asked.problemOf(field, state?.ok === false ? state.fields[field] : undefined);
    return problem ? errorText(words, field, problem) : undefined;
  };
  const link = (state?.ok === false ? state.link : null) ?? null;
  const heard = asked.last === undefined ? null : (errorOf(asked.last) ?? null);
  return { state, fields: { valueIn, errorOf, link }, heard, onTyped: asked.look };
}
