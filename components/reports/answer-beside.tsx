import type { FieldState, ReportFormWords } from "@/components/reports/report-form-words";
import { TextArea } from "@/components/ui/inputs";
import { ANSWER_LETTERS, type AskedPart, answerBox } from "@/domain/reports/field-answers";
import type { ReportPart } from "@/domain/reports/proposal";

type Props = FieldState & {
  words: ReportFormWords;
  /** What a moderator asks about parts of the report. */
  asked?: readonly AskedPart[];
  field: ReportPart;
};

/** What a moderator said of a part, and the box in which its author answers; nothing where they said nothing of it. */
export function AnswerBeside({ words, asked = [], field, valueIn, errorOf }: Props) {
  const part = asked.find((one) => one.field === field);
  if (!part) return null;
  const id = answerBox(field);
  return (
    <div className="space-y-3 border-accent border-l-4 pl-4">
      <p className="whitespace-pre-line">
        <strong>{words.text.askedBy}</strong> {part.comment || words.text.askedBare}
      </p>
      <TextArea
        id={id}
        label={words.text[id]}
        hint={words.text.answerHint}
        error={errorOf(id)}
        errorPrefix={words.errorPrefix}
        defaultValue={valueIn(id)}
        rows={2}
        maxLength={ANSWER_LETTERS}
        fitsText
      />
    </div>
  );
}
