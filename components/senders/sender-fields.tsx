"use client";

import { TextInput } from "@/components/ui/inputs";

export type SenderWords = Record<
  "source" | "sourceHint" | "email" | "emailHint" | "noScripts" | "website",
  string
>;

type Props = {
  words: SenderWords;
  /** Id, first value and error of a field of this name. */
  common: (field: "link" | "email") => {
    id: string;
    error: string | undefined;
    errorPrefix: string;
    defaultValue: string;
  };
};

/** What every form that needs no account asks at its end: a source, and where an answer goes. */
export function SenderFields({ words, common }: Props) {
  return (
    <>
      <TextInput
        {...common("link")}
        type="url"
        autoComplete="off"
        spellCheck={false}
        label={words.source}
        hint={words.sourceHint}
      />
      <noscript>
        <p className="border-accent border-l-4 pl-4 font-semibold">{words.noScripts}</p>
      </noscript>
      <TextInput
        {...common("email")}
        type="email"
        autoComplete="email"
        spellCheck={false}
        width="half"
        label={words.email}
        hint={words.emailHint}
      />
      {/* Nobody sees or reaches it; a program that fills in every field does. */}
      <div hidden>
        <TextInput id="website" tabIndex={-1} autoComplete="off" label={words.website} />
      </div>
    </>
  );
}
