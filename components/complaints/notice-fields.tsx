import { RadioGroup } from "@/components/ui/choices";
import { Select, TextArea, TextInput } from "@/components/ui/inputs";
import type { NoticeField } from "@/domain/complaints/complaint";
import { COMPLAINT_LAWS, type ComplaintLaw } from "@/domain/complaints/complaint-law";

export type NoticeWords = Record<
  "title" | "intro" | "choose" | "law" | "lawHint" | "name" | "nameHint" | "statement" | "harm" | "isFalse",
  string
> &
  Record<"knows" | "knowsHint" | "consents" | "consentsHint" | "yes" | "no", string> & {
    laws: Record<ComplaintLaw, string>;
  };

type Props = {
  words: NoticeWords;
  /** Id, first value and error of a field of this name. */
  common: (field: NoticeField) => {
    id: string;
    error: string | undefined;
    errorPrefix: string;
    defaultValue: string;
  };
  isOpen: boolean;
};

/** What a notice of complaint of defamation has to say. Folded away from everybody who complains of something else. */
export function NoticeFields({ words, common, isOpen }: Props) {
  const yesOrNo = (["yes", "no"] as const).map((value) => ({ value, label: words[value] }));
  return (
    <details open={isOpen || undefined} className="border-field border-l-4 pl-4">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">{words.title}</summary>
      <div className="space-y-6">
        <p>{words.intro}</p>
        <Select
          {...common("law")}
          label={words.law}
          hint={words.lawHint}
          options={[
            { value: "", label: words.choose },
            ...COMPLAINT_LAWS.map((value) => ({ value, label: words.laws[value] })),
          ]}
        />
        <TextInput
          {...common("name")}
          label={words.name}
          hint={words.nameHint}
          autoComplete="name"
          width="half"
        />
        <TextArea {...common("statement")} rows={3} label={words.statement} />
        <TextArea {...common("harm")} rows={4} label={words.harm} />
        <TextArea {...common("isFalse")} rows={4} label={words.isFalse} />
        <RadioGroup {...common("knows")} legend={words.knows} hint={words.knowsHint} options={yesOrNo} />
        <RadioGroup
          {...common("consents")}
          legend={words.consents}
          hint={words.consentsHint}
          options={yesOrNo}
        />
      </div>
    </details>
  );
}
