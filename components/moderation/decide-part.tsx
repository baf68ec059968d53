import { type ReactNode, useRef, useState } from "react";
import { SourceEdits } from "@/components/moderation/source-edits";
import { Choice } from "@/components/ui/choices";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { Select, TextInput } from "@/components/ui/inputs";
import type { DecidedPart } from "@/domain/reports/change-parts";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import { FIELD_VERDICTS, type FieldVerdict, type ReportPart } from "@/domain/reports/proposal";
import type { SourceInput } from "@/domain/sources/source";

type Option = { value: string; label: string };
export type PartWords = {
  errorPrefix: string;
  /** `messages/en/moderation.json`, "one", and the labels of the report form. */
  text: Record<string, string>;
  parts: Record<ReportPart, string>;
  verdicts: Record<FieldVerdict, string>;
  /** Choices for the inputs that are lists. */
  lists: Readonly<Record<string, readonly Option[]>>;
};

type Props = {
  decided: DecidedPart;
  words: PartWords;
  /** What the report says, by the names of the inputs. */
  values: ReportFormValues;
  sources: readonly SourceInput[];
  places: readonly Option[];
  providers: readonly Option[];
  valueIn: (field: string, otherwise?: string) => string;
  isTicked: (name: string, value: string) => boolean;
  errorOf: (field: string) => string | undefined;
  /** What would be published of this part, beside what is there now. */
  changes: ReactNode;
};

/** One part of the report: what it would publish and, beside it, verdict, comment, and what to publish instead, folded away. */
export function DecidePart(props: Props) {
  return (
    <div className="mt-3 gap-x-8 border-rule border-t pt-3 md:grid md:grid-cols-2">
      <div className="mb-3">{props.changes}</div>
      <PartVerdict {...props} />
    </div>
  );
}

function PartVerdict({
  decided,
  words,
  values,
  sources,
  places,
  providers,
  valueIn,
  isTicked,
  errorOf,
}: Props) {
  const { part: field, inputs, mayLeaveOut } = decided;
  const error = errorOf(field);
  const { text, errorPrefix } = words;
  const verdicts = FIELD_VERDICTS.filter(
    (verdict) => !(verdict === "refuse" && !mayLeaveOut) && !(verdict === "change" && inputs.length === 0),
  );
  const isOpen = inputs.some((name) => valueIn(`change.${name}`) !== "") && error !== undefined;
  const verdict = useRef<HTMLSelectElement>(null);
  const [isChosen, setChosen] = useState(false);
  // Whoever writes something else to publish wants it published. Without scripts the server asks.
  const choose = () => {
    if (!verdict.current || verdict.current.value === "change") return;
    verdict.current.value = "change";
    setChosen(true);
  };
  return (
    <div className="space-y-3">
      <Select
        id={field}
        ref={verdict}
        onChange={() => setChosen(false)}
        name={`verdict.${field}`}
        label={`${words.parts[field]}: ${text.partVerdict}`}
        error={error}
        errorPrefix={errorPrefix}
        defaultValue={valueIn(`verdict.${field}`, "accept")}
        options={verdicts.map((value) => ({ value, label: words.verdicts[value] }))}
      />
      {field === "place" && places.length > 1 ? (
        <Select
          id="change.placeId"
          label={text.placeChoice}
          defaultValue={valueIn("change.placeId", values.placeId || "new")}
          options={places}
        />
      ) : null}
      {field === "provider" && providers.length > 1 ? (
        <Select
          id="change.providerId"
          label={text.providerChoice}
          // The nearest of those that we have: a second entry for one organisation splits what it runs.
          defaultValue={valueIn("change.providerId", providers[1]?.value)}
          options={providers}
        />
      ) : null}
      {field === "commissioner" && text.createCommissionerNow ? (
        <Choice
          id="createCommissioner"
          name="createCommissioner"
          value="yes"
          label={text.createCommissionerNow}
          defaultChecked={isTicked("createCommissioner", "yes")}
        />
      ) : null}
      {field === "sources"
        ? sources.map((source, index) => (
            <Choice
              // biome-ignore lint/suspicious/noArrayIndexKey: a submitted proposal never changes order
              key={index}
              id={`leave-out-${index}`}
              name="leaveOut"
              value={String(index)}
              label={text.leaveOutSource
                ?.replace("{number}", String(index + 1))
                .replace("{title}", source.title)}
              defaultChecked={isTicked("leaveOut", String(index))}
            />
          ))
        : null}
      {field === "sources" ? (
        <SourceEdits
          sources={sources}
          text={text}
          valueIn={valueIn}
          errorOf={errorOf}
          errorPrefix={errorPrefix}
        />
      ) : null}
      {inputs.length > 0 ? (
        <details open={isOpen || undefined}>
          <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">
            {words.parts[field]}: {text.partChange}
          </summary>
          <div className="space-y-3 border-field border-l-4 pl-4" onInput={choose}>
            <HiddenInputs
              values={Object.fromEntries(inputs.map((name) => [`was.${name}`, values[name] ?? ""]))}
            />
            {inputs.map((name) => (
              <ChangeInput
                key={name}
                name={name}
                words={words}
                value={valueIn(`change.${name}`, values[name])}
              />
            ))}
          </div>
          <p role="status" className="text-ink-soft">
            {isChosen ? text.changeChosen?.replace("{verdict}", words.verdicts.change) : ""}
          </p>
        </details>
      ) : null}
      <TextInput
        id={`comment.${field}`}
        label={`${words.parts[field]}: ${text.partComment}`}
        defaultValue={valueIn(`comment.${field}`)}
        maxLength={1000}
      />
    </div>
  );
}

function ChangeInput({ name, words, value }: { name: string; words: PartWords; value: string }) {
  const id = `change.${name}`;
  const label = words.text[name] ?? name;
  const options = words.lists[name];
  if (options) return <Select id={id} label={label} options={options} defaultValue={value} />;
  return <TextInput id={id} label={label} defaultValue={value} />;
}
