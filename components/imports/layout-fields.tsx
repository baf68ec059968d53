import { Choice } from "@/components/ui/choices";
import { Select, TextInput } from "@/components/ui/inputs";
import type messages from "@/messages/en/imports.json";

type Field = {
  id: string;
  name: string;
  defaultValue: string;
  error?: string | undefined;
  errorPrefix: string;
};
type Props = {
  field: (name: string, otherwise?: string) => Field;
  text: typeof messages.new;
  /** The sheets to choose from; without them a name is typed. */
  sheets?: readonly { value: string; label: string }[];
  isTicked: boolean;
  heading?: string;
};

/** Where in a file its list is: sheet, row of the headings, and whether what nobody sees is taken. */
export function LayoutFields({ field, text, sheets, isTicked, heading = "" }: Props) {
  return (
    <>
      {sheets === undefined ? (
        <TextInput {...field("sheet")} label={text.sheet} maxLength={100} width="half" />
      ) : sheets.length === 0 ? null : (
        <Select {...field("sheet", sheets[0]?.value)} label={text.sheet} options={sheets} />
      )}
      <TextInput
        {...field("heading", heading)}
        label={text.heading}
        hint={text.headingHint}
        inputMode="numeric"
        width="short"
      />
      <Choice
        id="with-hidden"
        name="withHidden"
        value="yes"
        label={text.withHidden}
        hint={text.withHiddenHint}
        defaultChecked={isTicked}
      />
    </>
  );
}
