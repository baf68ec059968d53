import type { ProblemWords } from "@/components/account/form-words";
import { AfterFailure } from "@/components/forms/after-failure";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/domain/action-result";
import { codeOfProblem } from "@/domain/field-problem";

type Props = {
  state: ActionState<unknown>;
  words: ProblemWords;
  /** Sends the form again. */
  onRetry: () => void;
};

/** What went wrong with a form: a list with a link to each field, or one sentence when it is no field's fault. */
export function FormProblems({ state, words, onRetry }: Props) {
  if (!state || state.ok) return null;
  const { errors, failures, summaryTitle } = words;
  if (state.code !== "invalid") {
    return (
      <Notice tone="important" role="alert">
        <p>{failures[state.code] ?? failures.unexpected}</p>
        <AfterFailure code={state.code} words={words.kept} onRetry={onRetry} />
      </Notice>
    );
  }
  const listed = Object.entries(state.fields).map(([fieldId, key]) => ({
    fieldId,
    text: errors[codeOfProblem(key)] ?? codeOfProblem(key),
  }));
  return <ErrorSummary title={summaryTitle} errors={listed} />;
}
