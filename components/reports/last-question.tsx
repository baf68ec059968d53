import { Question } from "@/components/reports/question";
import type { FieldState, ReportFormWords } from "@/components/reports/report-form-words";
import { Choice } from "@/components/ui/choices";
import { FieldError } from "@/components/ui/field";
import { TextArea } from "@/components/ui/inputs";

type Props = FieldState & {
  words: ReportFormWords;
  /** Label of a further field: a word with the report that is sent again. */
  messageLabel?: string | undefined;
};

/** How every report ends: a note to the moderator, and the licence. */
export function LastQuestion({ words, valueIn, errorOf, messageLabel }: Props) {
  const { text, errorPrefix } = words;
  return (
    <Question title={text.lastTitle}>
      <TextArea
        id="note"
        label={text.note}
        hint={text.noteHint}
        error={errorOf("note")}
        errorPrefix={errorPrefix}
        defaultValue={valueIn("note")}
        rows={3}
        maxLength={2000}
      />
      {messageLabel ? (
        <TextArea id="message" label={messageLabel} defaultValue={valueIn("message")} rows={3} />
      ) : null}
      <LicenceQuestion words={words} valueIn={valueIn} errorOf={errorOf} />
    </Question>
  );
}

/** The licence, asked once in an account's life. */
export function LicenceQuestion({ words, valueIn, errorOf }: FieldState & { words: ReportFormWords }) {
  const { text, errorPrefix } = words;
  const licence = errorOf("licence");
  if (words.agreed !== null)
    return (
      <p>
        <input type="hidden" name="licence" value="accepted" />
        {words.agreed}
      </p>
    );
  return (
    <div className={licence ? "border-accent border-l-4 pl-4" : undefined}>
      {licence ? <FieldError id="licence" error={licence} prefix={errorPrefix} /> : null}
      <Choice
        id="licence"
        name="licence"
        value="accepted"
        label={text.licence}
        hint={text.licenceHint}
        defaultChecked={valueIn("licence") === "accepted"}
      />
    </div>
  );
}
