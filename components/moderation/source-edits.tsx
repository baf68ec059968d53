import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { TextArea, TextInput } from "@/components/ui/inputs";
import { EDITED_PARTS, type EditedPart, sourcePartField } from "@/domain/reports/published-texts";
import { sourceWasField } from "@/domain/reports/source-edits";
import type { SourceInput } from "@/domain/sources/source";

type Props = {
  sources: readonly SourceInput[];
  text: Record<string, string>;
  valueIn: (field: string, otherwise?: string) => string;
  errorOf: (field: string) => string | undefined;
  errorPrefix: string;
};

/** What is published of each source: every part can be changed, or emptied to drop it. Open where something is wrong. */
export function SourceEdits({ sources, text, ...form }: Props) {
  return sources.map((source, index) => {
    const number = String(index + 1);
    const isWrong = EDITED_PARTS.some((part) => form.errorOf(sourcePartField(index, part)) !== undefined);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a submitted proposal never changes order
      <details key={index} open={isWrong || undefined}>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">
          {text.editSource?.replace("{number}", number)}
        </summary>
        <div className="space-y-3 border-field border-l-4 pl-4">
          <p className="text-ink-soft">{text.editSourceHint}</p>
          <HiddenInputs
            values={Object.fromEntries(
              EDITED_PARTS.map((part) => [sourceWasField(index, part), source[part]]),
            )}
          />
          {EDITED_PARTS.map((part) => (
            <SourcePart
              key={part}
              index={index}
              part={part}
              {...form}
              label={(text[`editSource-${part}`] ?? part).replace("{number}", number)}
              value={source[part]}
            />
          ))}
        </div>
      </details>
    );
  });
}

type PartProps = Omit<Props, "sources" | "text"> & {
  index: number;
  part: EditedPart;
  label: string;
  value: string;
};

function SourcePart({ index, part, label, value, valueIn, errorOf, errorPrefix }: PartProps) {
  const id = sourcePartField(index, part);
  const input = { id, label, error: errorOf(id), errorPrefix, defaultValue: valueIn(id, value) };
  return part === "says" ? <TextArea {...input} rows={3} /> : <TextInput {...input} />;
}
