"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { AfterFailure } from "@/components/forms/after-failure";
import { labelOf, type ReportFormWords } from "@/components/reports/report-form-words";
import { ReturnedNotice } from "@/components/reports/returned-notice";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import type { ActionFailure, ActionState } from "@/domain/action-result";
import type { FieldProblem } from "@/domain/field-problem";
import { fileSentence } from "@/domain/imports/file-sentence";
import { ONESELF } from "@/domain/reports/moderator-handle";

type Words = Pick<ReportFormWords, "summaryTitle" | "errors" | "failures" | "signIn" | "kept"> & {
  text: Record<string, string>;
  /** Sentences about whole files, for a form that takes one. */
  file?: Record<string, string>;
  link?: ReportFormWords["link"];
  practice?: ReportFormWords["practice"];
};

/** The sentence for an error of a field. */
export function errorText(words: Words, field: string, problem: FieldProblem): string {
  const { code, detail } = typeof problem === "string" ? { code: problem, detail: "" } : problem;
  // What is wrong with a whole file has sentences of its own.
  const ofFile = typeof problem === "string" || !words.file ? undefined : fileSentence(problem, words.file);
  if (ofFile) return ofFile;
  const sentence = words.errors[code] ?? words.errors.required ?? code;
  // A label that asks ends with its mark, and the sentence goes on after a colon.
  const label = labelOf(words.text, field).replace(/\?$/, "");
  return sentence.replace("{field}", label).replace("{words}", detail);
}

/** Why it did not happen: what somebody else did first and who, the policy's reason, or the kind of failure. */
function failureText({ failures }: Words, { code, reason, by }: ActionFailure): string | undefined {
  const sentence = (reason === null ? undefined : failures[reason]) ?? failures[code];
  // A job of ours, and an author, have no handle.
  const handled = by && failures.moderator?.replace("{handle}", by);
  const who = by === ONESELF ? failures.you : (handled ?? failures.somebody);
  return sentence?.replace("{who}", who ?? "");
}

/** Why it did not happen, in a sentence, when it is no field's fault. */
export function FailureNotice({
  failure,
  words,
  children,
}: {
  failure: ActionFailure;
  words: Words;
  children?: ReactNode;
}) {
  // In the new tab this page opens again, with what was typed put back.
  const path = usePathname();
  const asked = new URLSearchParams(useSearchParams()?.toString());
  asked.delete("done"); // tells of something else that was done before
  const query = asked.toString();
  const back = path ? `?${new URLSearchParams({ callbackUrl: query ? `${path}?${query}` : path })}` : "";
  return (
    <Notice tone="important" role="alert">
      <p>{failureText(words, failure)}</p>
      {failure.reason === "sign-in" ? (
        <p>
          <a href={`${words.signIn.href}${back}`} target="_blank" rel="noopener">
            {words.signIn.text}
          </a>
        </p>
      ) : null}
      {failure.reason === "practise-first" && words.practice ? (
        <p>
          <a href={words.practice.href} target="_blank" rel="noopener">
            {words.practice.text}
          </a>
        </p>
      ) : null}
      {children}
    </Notice>
  );
}

/**
 * What went wrong, at the top of the form: it takes the focus, so that nobody has to look for it.
 * @param onRetry sends the form again.
 */
export function ReportProblems({
  state,
  words,
  onRetry,
}: {
  state: ActionState<never>;
  words: Words;
  onRetry: () => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state && !state.ok && state.code !== "returned") place.current?.focus();
  }, [state]);
  if (!state || state.ok) return null;
  if (state.code === "returned") return <ReturnedNotice link={state.link} said={words.link} />;
  return (
    <div ref={place} tabIndex={-1}>
      {state.code === "invalid" ? (
        <ErrorSummary
          title={words.summaryTitle}
          errors={Object.entries(state.fields).map(([field, problem]) => ({
            fieldId: field,
            text: errorText(words, field, problem),
          }))}
        />
      ) : (
        <FailureNotice failure={state} words={words}>
          <AfterFailure
            code={state.code}
            isPassing={state.reason === "sign-in"}
            words={words.kept}
            onRetry={onRetry}
          />
        </FailureNotice>
      )}
    </div>
  );
}
