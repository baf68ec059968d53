import type { ProblemWords } from "@/components/account/form-words";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/domain/action-result";

/** What went wrong with a form: a list with a link to each field, or one sentence when it is no field's fault. */
export function FormProblems({ state, words }: { state: ActionState<unknown>; words: ProblemWords }) {
  if (!state || state.ok) return null;
  const { errors, failures, summaryTitle } = words;
  if (state.code !== "invalid") {
    return (
      <Notice tone="important" role="alert">
        <p>{failures[state.code] ?? failures.unexpected}</p>
      </Notice>
    );
  }
  const listed = Object.entries(state.fields).map(([fieldId, key]) => ({
    fieldId,
    text: errors[key] ?? key,
  }));
  return <ErrorSummary title={summaryTitle} errors={listed} />;
}
