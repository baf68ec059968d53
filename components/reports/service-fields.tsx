import { Question } from "@/components/reports/question";
import type { FieldState, ReportFormWords } from "@/components/reports/report-form-words";
import { RadioGroup } from "@/components/ui/choices";
import { Select, TextInput } from "@/components/ui/inputs";

type Props = FieldState & { words: ReportFormWords; knownPlace: string | null };

/** What the service is, where it is, who runs it and since when. */
export function ServiceFields({ words, valueIn, errorOf, knownPlace }: Props) {
  const { text, options, errorPrefix } = words;
  const field = (id: string) => ({
    id,
    label: text[id] ?? id,
    hint: text[`${id}Hint`],
    defaultValue: valueIn(id),
    error: errorOf(id),
    errorPrefix,
  });
  const choose = { value: "", label: text.choose ?? "" };
  const placeId = valueIn("placeId");
  const notSaid = { value: "", label: text.notSaid ?? "" };
  return (
    <>
      <Question title={text.whatTitle} note={text.sensitive}>
        <Select {...field("category")} options={[choose, ...options.category]} />
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
        <TextInput {...field("commissionerName")} maxLength={200} autoComplete="off" />
        <Select {...field("contractType")} options={[notSaid, ...options.contractType]} />
      </Question>
      <Question title={text.sinceTitle}>
        <TextInput {...field("startedOn")} hint={text.dateHint} width="short" maxLength={10} />
      </Question>
    </>
  );
}
