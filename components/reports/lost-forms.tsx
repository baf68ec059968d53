"use client";

import { useActionState } from "react";
import { labelOf, type ReportAction } from "@/components/reports/report-form-words";
import { FailureNotice } from "@/components/reports/report-problems";
import type { SmallFormWords } from "@/components/reports/small-form";
import { typedTexts } from "@/domain/reports/typed-texts";

type Props = {
  /** The page's own path, as its forms have it. */
  path: string;
  words: SmallFormWords;
  /** Every action of the page whose form may be gone, and whether it is drawn now. */
  forms: readonly { name: string; action: ReportAction; isDrawn: boolean }[];
};

/**
 * Without scripts a failed action is answered with the page as it stands now, on which its form may be gone: the report
 * has moved on. What went wrong, and what was written, then stands above the page.
 */
export function LostForms({ path, words, forms }: Props) {
  return forms
    .filter(({ isDrawn }) => !isDrawn)
    .map(({ name, action }) => <LostForm key={name} action={action} path={path} words={words} />);
}

function LostForm({ action, path, words }: { action: ReportAction; path: string; words: SmallFormWords }) {
  // The same action and path as the form's: React hands the state of a sent form to whoever asks with these.
  const [state] = useActionState(action, null, path);
  if (!state || state.ok) return null;
  const texts = typedTexts(state.values);
  // An error of a field would lead to a field that is not there.
  const failure = state.code === "invalid" ? { ...state, code: "not-allowed" as const } : state;
  return (
    <FailureNotice failure={failure} words={words}>
      {texts.length > 0 ? <p>{words.failures.kept}</p> : null}
      {texts.map(([field, text]) => (
        <div key={field}>
          {words.text[field] ? <p className="font-semibold">{labelOf(words.text, field)}</p> : null}
          <p className="whitespace-pre-line break-words">{text}</p>
        </div>
      ))}
    </FailureNotice>
  );
}
