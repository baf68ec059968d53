import { SuggestingInput } from "@/components/look-up/suggesting-input";
import type { SuggestingTexts } from "@/components/look-up/suggestion-texts";
import { LicenceQuestion } from "@/components/reports/last-question";
import { type Choices, PickButtons } from "@/components/reports/pick-buttons";
import { type PinSettings, PointField } from "@/components/reports/point-field";
import type { FieldState, ReportFormWords } from "@/components/reports/report-form-words";
import { FormSources } from "@/components/reports/source-fields";
import { RadioGroup } from "@/components/ui/choices";
import { Select, TextArea, TextInput } from "@/components/ui/inputs";
import type { Locale } from "@/domain/language/locale";
import { PICK, type ReportStep } from "@/domain/reports/new-service-steps";

type Props = FieldState & {
  step: ReportStep;
  choices: Choices | null;
  isPending: boolean;
  words: ReportFormWords;
  /** Of "Where is it?", the page of another answer than a name. */
  where: WhereMode | null;
  /** What names of places and organisations are suggested in. */
  suggesting: { locale: Locale; texts: SuggestingTexts };
};

/** A pin on the map, or an area that is served: each is asked on a page of its own. */
export type WhereMode =
  | { mode: "pin"; pin: PinSettings }
  | { mode: "area"; areas: readonly { value: string; label: string }[] };

/** The fields of one page. */
export function StepFields(props: Props) {
  const { step, choices, words, isPending } = props;
  const { text } = words;
  const pick =
    choices && choices.list.length > 0 ? <PickButtons choices={choices} isPending={isPending} /> : null;
  switch (step) {
    case "where":
      return <WhereFields {...props} />;
    case "what":
      return <What {...props} />;
    case "who":
      return pick ?? <Who {...props} />;
    case "when":
      return <When {...props} />;
    case "source":
      return (
        <div className="space-y-5">
          <p className="text-ink-soft">{text.sourceNote}</p>
          <FormSources {...props} />
          <More {...props} />
        </div>
      );
    case "review":
      return <LicenceQuestion {...props} />;
  }
}

/** "Where is it?": a name to look for, places to choose from with a new one, a pin, or an area that is served. */
export function WhereFields(
  props: FieldProps & Pick<Props, "choices" | "where" | "suggesting" | "isPending">,
) {
  const { choices, where, isPending } = props;
  if (where) return <OtherWhere {...props} where={where} />;
  if (!choices) return <FindPlace {...props} />;
  const isAlone = choices.list.length === 0;
  return (
    <>
      {isAlone ? <p>{props.words.text.noPlaces}</p> : <PickButtons choices={choices} isPending={isPending} />}
      <NewPlace {...props} isAlone={isAlone} />
    </>
  );
}

function field({ words, valueIn, errorOf }: FieldProps, id: string) {
  const { text, errorPrefix } = words;
  return {
    id,
    label: text[id] ?? id,
    hint: text[`${id}Hint`],
    defaultValue: valueIn(id),
    error: errorOf(id),
    errorPrefix,
  };
}

type FieldProps = FieldState & { words: ReportFormWords };

/** One box for the name of a place or its postcode, with ours suggested. */
function FindPlace(props: FieldProps & Pick<Props, "suggesting">) {
  const { valueIn } = props;
  const before = valueIn("find") || valueIn("placeName") || valueIn("postcode");
  return (
    <SuggestingInput
      {...field(props, "find")}
      {...props.suggesting}
      only="place"
      intentOf={(_, slug) => PICK + slug}
      defaultValue={before}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
    />
  );
}

function OtherWhere({ where, ...props }: FieldProps & { where: WhereMode }) {
  const { text } = props.words;
  if (where.mode === "area") {
    const choose = { value: "", label: text.choose ?? "" };
    return <Select {...field(props, "areaId")} width="full" options={[choose, ...where.areas]} />;
  }
  const town = { ...field(props, "town"), label: text.townIfKnown };
  const postcode = { ...field(props, "postcode"), label: text.postcodeIfKnown, hint: undefined };
  return (
    <>
      <p className="text-ink-soft">{text.pinNote}</p>
      <PointField {...props} {...where.pin} />
      <TextInput {...field(props, "placeName")} maxLength={200} autoComplete="off" />
      <TextInput {...town} width="half" maxLength={100} autoComplete="off" />
      <TextInput {...postcode} width="short" maxLength={12} autoComplete="off" />
    </>
  );
}

/** A place that we do not have; folded away while there are places to choose from. */
function NewPlace(props: FieldProps & { isAlone: boolean }) {
  const { words, errorOf, valueIn } = props;
  const fields = (
    <div className="space-y-5">
      <TextInput {...field(props, "placeName")} maxLength={200} autoComplete="off" />
      <TextInput {...field(props, "addressLines")} maxLength={300} autoComplete="off" />
      <TextInput {...field(props, "town")} width="half" maxLength={100} autoComplete="off" />
      <TextInput {...field(props, "postcode")} width="short" maxLength={12} autoComplete="off" />
      <p className="text-ink-soft">{words.text.whereNote}</p>
    </div>
  );
  if (props.isAlone) return fields;
  const isOpen =
    ["placeName", "town", "postcode"].some((id) => errorOf(id) !== undefined) || valueIn("town") !== "";
  return (
    <details open={isOpen || undefined}>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">
        {words.text.noneOfThese}
      </summary>
      <div className="mt-2 border-field border-l-4 pl-4">{fields}</div>
    </details>
  );
}

function What(props: Props) {
  const { text, options } = props.words;
  const choose = { value: "", label: text.choose ?? "" };
  return (
    <>
      <Select {...field(props, "category")} options={[choose, ...options.category]} />
      <p className="text-ink-soft">{text.sensitive}</p>
    </>
  );
}

function Who(props: Props) {
  return (
    <>
      <SuggestingInput
        {...field(props, "providerName")}
        {...props.suggesting}
        only="provider"
        intentOf={(name) => PICK + name}
        hint={props.words.text.providerFindHint}
        maxLength={200}
        autoComplete="off"
      />
      <p className="text-ink-soft">{props.words.text.notNamedNote}</p>
    </>
  );
}

function When(props: Props) {
  const { text } = props.words;
  return (
    <>
      <RadioGroup
        {...field(props, "status")}
        legend={text.status}
        defaultValue={props.valueIn("status") || "operating"}
        options={[
          { value: "operating", label: text.statusOperating },
          { value: "planned", label: text.statusPlanned },
        ]}
      />
      <TextInput
        {...field(props, "startedOn")}
        hint={text.dateHint}
        width="half"
        maxLength={40}
        autoComplete="off"
      />
      <p className="text-ink-soft">{text.sinceNote}</p>
    </>
  );
}

const MORE = ["providerKind", "commissionerName", "contractType", "note"] as const;

/** What a source may say besides; folded away until some of it is said. */
function More(props: Props) {
  const { text, options } = props.words;
  const notSaid = { value: "", label: text.notSaid ?? "" };
  const isOpen = MORE.some((id) => props.valueIn(id) !== "" || props.errorOf(id) !== undefined);
  return (
    <details open={isOpen || undefined}>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">{text.more}</summary>
      <div className="mt-2 space-y-5 border-field border-l-4 pl-4">
        {props.valueIn("naming") === "not-named" ? null : (
          <Select {...field(props, "providerKind")} options={[notSaid, ...options.providerKind]} />
        )}
        <TextInput {...field(props, "commissionerName")} maxLength={200} autoComplete="off" />
        <Select {...field(props, "contractType")} options={[notSaid, ...options.contractType]} />
        <TextArea {...field(props, "note")} rows={3} maxLength={2000} />
      </div>
    </details>
  );
}
