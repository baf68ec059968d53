"use client";

import { type ComponentProps, useRef, useSyncExternalStore } from "react";
import { TextInput } from "@/components/ui/inputs";
import type { Locale } from "@/domain/language/locale";
import type { ApiName } from "@/domain/search/api-name";
import { describeName } from "./describe-name";
import { optionId, SuggestionList } from "./suggestion-list";
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

const never = () => () => undefined;

/**
 * A box of a form that suggests names while they are typed; choosing one sends the form. Without scripts, and where no answer comes, it is a
 * plain box.
 */
export function SuggestingInput({ only, locale, texts, intentOf, ...input }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const choose = ({ name, page }: ApiName) => {
    if (!button.current?.form) return;
    button.current.value = intentOf(name.en, new URL(page.en).pathname.split("/").at(-1) ?? "");
    button.current.form.requestSubmit(button.current);
  };
  const { names, active, isOpen, hasAnswer, typed, keyDown, close } = useSuggestions({
    choose,
    ask: namesCalled(only),
  });
  const list = `${input.id}-list`;
  const { one, several } = texts;
  const combobox = {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    "aria-controls": list,
    "aria-expanded": isOpen,
    "aria-activedescendant": active >= 0 && isOpen ? optionId(list, active) : undefined,
    onChange: (event: { target: { value: string } }) => typed(event.target.value),
    onKeyDown: keyDown,
    onBlur: close,
  } as const;
  return (
    <div className="relative">
      <TextInput {...input} {...(hasScripts ? combobox : {})} />
      {hasScripts ? (
        <>
          <SuggestionList
            id={list}
            label={texts.label}
            suggestions={names.map((found) => describeName(found, texts, locale))}
            active={active}
            choose={(index) => {
              const found = names[index];
              if (found) choose(found);
            }}
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
