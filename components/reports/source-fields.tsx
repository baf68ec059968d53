import { AnswerBeside } from "@/components/reports/answer-beside";
import { LinkFields } from "@/components/reports/link-fields";
import { Question } from "@/components/reports/question";
import type { FieldState, ReportFormWords } from "@/components/reports/report-form-words";
import { Select, TextArea, TextInput } from "@/components/ui/inputs";
import type { AskedPart } from "@/domain/reports/field-answers";
import { FORM_SOURCES, SOURCE_PARTS, sourceField } from "@/domain/reports/new-service-form";

type Props = FieldState & { words: ReportFormWords };
type SourcesProps = Props & { asked?: readonly AskedPart[] };

/** The question for sources as a part of a longer page. */
export function SourceFields(props: SourcesProps) {
  const { text } = props.words;
  return (
    <Question title={text.sourceTitle} note={text.sourceNote}>
      <AnswerBeside {...props} field="sources" />
      <FormSources {...props} />
    </Question>
  );
}

/** One source that is needed and room for more, folded away until somebody has one. */
export function FormSources(props: Props) {
  const { text } = props.words;
  const further = Array.from({ length: FORM_SOURCES - 1 }, (_, index) => index + 1);
  return (
    <>
      <OneSource {...props} index={0} />
      {further.map((index) => (
        <details key={index} open={isFilled(index, props) || undefined}>
          <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">
            {text.furtherSource}
          </summary>
          <div className="mt-2 space-y-5 border-field border-l-4 pl-4">
            <OneSource {...props} index={index} />
          </div>
        </details>
      ))}
    </>
  );
}

/** What was typed, or found wrong, must not be hidden. */
function isFilled(index: number, { valueIn, errorOf, link }: FieldState): boolean {
  if (link?.index === index) return true;
  return SOURCE_PARTS.some((part) => {
    const field = sourceField(index, part);
    return errorOf(field) !== undefined || (part !== "kind" && valueIn(field) !== "");
  });
}

export function OneSource({ words, valueIn, errorOf, link, index }: Props & { index: number }) {
  const { text, options, errorPrefix } = words;
  const field = (part: (typeof SOURCE_PARTS)[number], key: string) => {
    const id = sourceField(index, part);
    const hint = text[`${key}Hint`];
    return {
      id,
      label: text[key] ?? key,
      hint,
      defaultValue: valueIn(id),
      error: errorOf(id),
      errorPrefix,
    };
  };
  return (
    <>
      <Select
        {...field("kind", "sourceKind")}
        options={[{ value: "", label: text.choose ?? "" }, ...options.sourceKind]}
      />
      <TextInput {...field("title", "sourceName")} maxLength={300} />
      <TextInput {...field("publisher", "sourcePublisher")} maxLength={200} />
      <TextInput
        {...field("url", "sourceUrl")}
        inputMode="url"
        spellCheck={false}
        maxLength={2000}
        autoComplete="off"
      />
      {words.link ? <LinkFields words={words} said={words.link} index={index} link={link} /> : null}
      <TextInput {...field("publishedOn", "sourceDate")} width="half" maxLength={40} />
      <TextArea {...field("says", "sourceSays")} rows={3} maxLength={600} />
    </>
  );
}
