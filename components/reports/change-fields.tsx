import { Question } from "@/components/reports/question";
import type { FieldState, ReportFormWords } from "@/components/reports/report-form-words";
import { RadioGroup } from "@/components/ui/choices";
import { Select, TextInput } from "@/components/ui/inputs";
import { CHANGE_FIELDS, type ChangeQuestion } from "@/domain/reports/change-form";
import { isDropping, NEW_CONTRACT_FIELDS } from "@/domain/reports/service-lines";

type Option = { value: string; label: string };
export type ChangeFormWords = ReportFormWords & { proofs: Option[]; mapped: Option[] };
/** Of "wrong": which fact, what it may be where it is one of a few, and what to know before. */
export type Corrected = {
  field: string;
  options: Option[] | null;
  hint?: string | undefined;
  notes?: readonly string[] | undefined;
};
type Props = FieldState & { words: ChangeFormWords; corrected?: Corrected | undefined };

/** Of "wrong", an address and a contract have their own fields, what is dropped none, and every other fact one. */
export function fieldsAsked(question: ChangeQuestion, corrected: string | undefined): readonly string[] {
  if (question !== "wrong") return CHANGE_FIELDS[question];
  if (corrected === "address") return ["addressLines", "town", "postcode"];
  if (corrected === "contract") return NEW_CONTRACT_FIELDS;
  return isDropping(corrected ?? "") ? [] : ["proposed"];
}

const WIDTHS: Readonly<Record<string, "short" | "half" | "full">> = {
  on: "half",
  checkedOn: "half",
  contractStartsOn: "half",
  contractEndsOn: "half",
  valuePounds: "short",
  postcode: "short",
  point: "half",
  town: "half",
};

/** One field of a report about an entry, by its name. */
export function ChangeField({ id, words, valueIn, errorOf, corrected }: Props & { id: string }) {
  const { text, errorPrefix, options } = words;
  const common = {
    id,
    label: text[id] ?? id,
    hint: text[`${id}Hint`],
    error: errorOf(id),
    errorPrefix,
    defaultValue: valueIn(id),
  };
  const choose = { value: "", label: text.choose ?? "" };
  if (id === "mapped") return <RadioGroup {...common} legend={text.mapped} options={words.mapped} />;
  if (id === "proof") return <RadioGroup {...common} legend={text.proof} options={words.proofs} />;
  if (id === "naming")
    return (
      <RadioGroup
        {...common}
        legend={text.naming}
        defaultValue={common.defaultValue || "named"}
        options={[
          { value: "named", label: text.named },
          { value: "not-named", label: text.notKnown },
        ]}
      />
    );
  if (id === "providerKind")
    return (
      <Select {...common} options={[{ value: "", label: text.notSaid ?? "" }, ...options.providerKind]} />
    );
  if (id === "areaId")
    return (
      <Select
        {...common}
        width="full"
        options={[{ value: "", label: text.areaNone ?? "" }, ...(options.servedArea ?? [])]}
      />
    );
  if (id === "contractType") return <Select {...common} options={[choose, ...options.contractType]} />;
  if (id === "proposed" && corrected?.options)
    return <Select {...common} options={[choose, ...corrected.options]} />;
  return (
    <TextInput
      {...common}
      {...(id === "proposed" && corrected?.hint ? { hint: corrected.hint } : {})}
      maxLength={300}
      autoComplete="off"
      width={WIDTHS[id] ?? "full"}
    />
  );
}

/** What is to be known before a fact is corrected. */
export function CorrectedNotes({ corrected }: { corrected?: Corrected | undefined }) {
  const { notes = [] } = corrected ?? {};
  if (notes.length === 0) return null;
  return (
    <div className="space-y-2">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}

/** What our map has at a place that is said to be run by the NHS, and which of the two is meant. */
export function WhichOfTwo({
  onMap,
  ...props
}: Props & { onMap: readonly { href: string; text: string }[] }) {
  const { text } = props.words;
  return (
    <Question title={text.mappedTitle} note={text.mappedNote}>
      {onMap.length > 0 ? (
        <ul className="list-disc space-y-2 pl-6">
          {onMap.map(({ href, text: line }) => (
            <li key={href}>
              {line}. <a href={href}>{text.mappedChange}</a>
            </li>
          ))}
        </ul>
      ) : null}
      <ChangeField {...props} id="mapped" />
    </Question>
  );
}
