"use client";

import { NoticeFields, type NoticeWords } from "@/components/complaints/notice-fields";
import { KeptForm } from "@/components/forms/kept-form";
import type { FormAction } from "@/components/forms/send-form";
import { useKeptForm } from "@/components/forms/use-kept-form";
import { errorText, ReportProblems } from "@/components/reports/report-problems";
import type { SmallFormWords } from "@/components/reports/small-form";
import { addWork } from "@/components/senders/add-work";
import { SenderFields, type SenderWords } from "@/components/senders/sender-fields";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choices";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { TextArea } from "@/components/ui/inputs";
import { typedValue } from "@/domain/action-result";
import type { NoticeField } from "@/domain/complaints/complaint";

type Field = "kind" | "why" | "link" | "email" | `notice.${NoticeField}`;
type Props = {
  action: FormAction;
  path: string;
  hidden: Readonly<Record<string, string>>;
  kinds: readonly { value: string; label: string }[];
  words: SmallFormWords &
    SenderWords &
    Record<"kind" | "why" | "whyHint" | "button", string> & { notice: NoticeWords };
};

/**
 * "Report a problem with this entry": what, why, a source and where an answer goes. Works without scripts. A failed send leaves what was typed
 * on the page; the browser keeps none of it, because the next person at this computer would be shown who complained, and of what.
 */
export function ComplaintForm({ action, path, hidden, kinds, words }: Props) {
  const kept = useKeptForm({ action, path, prepare: addWork });
  const { state } = kept;
  const common = (field: Field) => {
    const problem = state?.ok === false ? state.fields[field] : undefined;
    const error = problem && errorText(words, field, problem);
    return { id: field, error, errorPrefix: words.errorPrefix, defaultValue: typedValue(kept.typed, field) };
  };
  return (
    <KeptForm kept={kept} words={words.kept} className="max-w-line space-y-6">
      <ReportProblems state={state} words={words} onRetry={kept.retry} />
      <HiddenInputs values={hidden} />
      <RadioGroup {...common("kind")} legend={words.kind} options={kinds} />
      <TextArea {...common("why")} rows={6} label={words.why} hint={words.whyHint} />
      <NoticeFields
        words={words.notice}
        common={(field) => common(`notice.${field}`)}
        isOpen={typedValue(kept.typed, "kind") === "defamation"}
      />
      <SenderFields words={words} common={common} />
      <Button disabled={kept.isPending}>{words.button}</Button>
    </KeptForm>
  );
}
