import { AnswerBeside } from "@/components/reports/answer-beside";
import { Question } from "@/components/reports/question";
import type { FieldState, ReportFormWords } from "@/components/reports/report-form-words";
import { RadioGroup } from "@/components/ui/choices";
import { Select, TextInput } from "@/components/ui/inputs";
import type { AskedPart } from "@/domain/reports/field-answers";

type Props = FieldState & {
  words: ReportFormWords;
  knownPlace: string | null;
  /** What a moderator asks about, beside what it is about. */
  asked?: readonly AskedPart[];
};

/** What the service is, where it is, who runs it and since when. */
export function ServiceFields({ words, valueIn, errorOf, knownPlace, asked = [] }: Props) {
  const { text, options, errorPrefix } = words;
  const field = (id: string) => ({
    id,
    label: text[id] ?? id,
    hint: text[`${id}Hint`],
    defaultValue: valueIn(id),
    error: errorOf(id),
    errorPrefix,
  });
  const beside = { words, valueIn, errorOf, asked };
  const choose = { value: "", label: text.choose ?? "" };
  const placeId = valueIn("placeId");
  const notSaid = { value: "", label: text.notSaid ?? "" };
  return (
    <>
      <Question title={text.whatTitle} note={text.sensitive}>
        <Select {...field("category")} options={[choose, ...options.category]} />
        <AnswerBeside {...beside} field="category" />
        <RadioGroup
          id="status"
          legend={text.status}
          defaultValue={valueIn("status") || "operating"}
          error={errorOf("status")}
          errorPrefix={errorPrefix}
          options={[
            { value: "operating", label: text.statusOperating },
            { value: "planned", label: text.statusPlanned },
          ]}
        />
        <AnswerBeside {...beside} field="status" />
      </Question>
      <Question title={text.whereTitle}>
        {knownPlace && placeId ? (
          <RadioGroup
            id="placeId"
            legend={text.placeId}
            hint={text.placeIdHint}
            defaultValue={placeId}
            error={errorOf("placeId")}
            errorPrefix={errorPrefix}
            options={[
              { value: placeId, label: text.knownPlace?.replace("{place}", knownPlace) },
              { value: "", label: text.otherPlace },
            ]}
          />
        ) : (
          <input type="hidden" name="placeId" value="" />
        )}
        <TextInput {...field("placeName")} maxLength={200} />
        <TextInput {...field("addressLines")} maxLength={300} autoComplete="off" />
        <TextInput {...field("town")} width="half" maxLength={100} />
        <TextInput {...field("postcode")} width="short" maxLength={12} autoComplete="off" />
        <TextInput {...field("point")} width="half" maxLength={200} autoComplete="off" />
        <Select
          {...field("areaId")}
          width="full"
          options={[{ value: "", label: text.areaNone ?? "" }, ...(options.servedArea ?? [])]}
        />
        <AnswerBeside {...beside} field="place" />
      </Question>
      <Question title={text.whoTitle}>
        <RadioGroup
          id="naming"
          legend={text.naming}
          defaultValue={valueIn("naming")}
          error={errorOf("naming")}
          errorPrefix={errorPrefix}
          options={[
            { value: "named", label: text.named },
            { value: "not-named", label: text.notNamed },
          ]}
        />
        <TextInput {...field("providerName")} maxLength={200} autoComplete="off" />
        <Select {...field("providerKind")} options={[notSaid, ...options.providerKind]} />
        <AnswerBeside {...beside} field="provider" />
        <TextInput {...field("commissionerName")} maxLength={200} autoComplete="off" />
        <AnswerBeside {...beside} field="commissioner" />
        <Select {...field("contractType")} options={[notSaid, ...options.contractType]} />
        <AnswerBeside {...beside} field="contract" />
      </Question>
      <Question title={text.sinceTitle}>
        <TextInput {...field("startedOn")} hint={text.dateHint} width="half" maxLength={40} />
        <AnswerBeside {...beside} field="started-on" />
      </Question>
    </>
  );
}
