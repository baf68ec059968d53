"use client";

import { type ComponentProps, useRef } from "react";
import { TextInput } from "@/components/ui/inputs";
import type { Locale } from "@/domain/language/locale";
import type { ApiName } from "@/domain/search/api-name";
import { describeName } from "./describe-name";
import { SuggestionList } from "./suggestion-list";
import type { SuggestingTexts } from "./suggestion-texts";
import { namesCalled, useSuggestions } from "./use-suggestions";

type Props = ComponentProps<typeof TextInput> & {
  /** The kind of name that is asked for. */
  only: "place" | "provider";
  locale: Locale;
  texts: SuggestingTexts;
  /** The value of "intent" that sends the form with what was chosen: its name, and the last part of its page's address. */
  intentOf: (name: string, slug: string) => string;
};

/**
 * A box of a form that suggests names while they are typed; choosing one sends the form. Without scripts, and where no answer comes, it is a
 * plain box.
 */
export function SuggestingInput({ only, locale, texts, intentOf, ...input }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const choose = ({ name, page }: ApiName) => {
    if (!button.current?.form) return;
    button.current.value = intentOf(name.en, new URL(page.en).pathname.split("/").at(-1) ?? "");
    button.current.form.requestSubmit(button.current);
  };
  const { names, hasAnswer, combobox, list } = useSuggestions({
    listId: `${input.id}-list`,
    choose,
    ask: namesCalled(only),
  });
  const { one, several } = texts;
  return (
    <div className="relative">
      <TextInput {...input} {...combobox} />
      {list ? (
        <>
          <SuggestionList
            {...list}
            label={texts.label}
            suggestions={names.map((found) => describeName(found, texts, locale))}
          />
          <button ref={button} type="submit" name="intent" hidden />
        </>
      ) : null}
      <p aria-live="polite" className="sr-only">
        {!hasAnswer || names.length === 0
          ? ""
          : names.length === 1
            ? one
            : several.replace("{count}", String(names.length))}
      </p>
    </div>
  );
}
