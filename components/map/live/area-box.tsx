"use client";

import { useRef, useSyncExternalStore } from "react";
import { optionId, SuggestionList } from "@/components/look-up/suggestion-list";
import { useSuggestions } from "@/components/look-up/use-suggestions";
import type { FilterChoice } from "./filter-choice";
import { countWords, type LiveWords } from "./live-words";

type Props = {
  /** What was typed before and was not understood. */
  where: string | null;
  words: LiveWords;
  /** Id of what is said of `where`, if anything is. */
  problemId: string | null;
  /** What a typed name can mean, with how many services each would leave. */
  ask: (typed: string, form: HTMLFormElement, signal: AbortSignal) => Promise<readonly FilterChoice[]>;
  onChoose: (area: FilterChoice, form: HTMLFormElement) => void;
};

const LIST = "map-where-list";
const never = () => () => undefined;

/** A box that names an area: with scripts it suggests while one types, without them the server says what was meant. */
export function AreaBox({ where, words, problemId, ask, onChoose }: Props) {
  const box = useRef<HTMLInputElement>(null);
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const choose = (area: FilterChoice) => {
    const form = box.current?.form;
    if (!box.current || !form) return;
    box.current.value = "";
    onChoose(area, form);
  };
  const { names, active, isOpen, hasAnswer, typed, keyDown, close } = useSuggestions<FilterChoice>({
    choose,
    ask: async (text, signal) => (box.current?.form ? ask(text, box.current.form, signal) : []),
  });
  const combobox = {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    "aria-controls": LIST,
    "aria-expanded": isOpen,
    "aria-activedescendant": active >= 0 && isOpen ? optionId(LIST, active) : undefined,
    onChange: (event: { target: { value: string } }) => typed(event.target.value),
    onKeyDown: keyDown,
    onBlur: close,
  } as const;
  const isAnswered = hasAnswer && names.length > 0;
  return (
    <>
      <label htmlFor="map-where">
        <span>{words.where}</span>
      </label>
      <p id="map-where-hint" className="map-line-facts">
        {words.whereHint}
      </p>
      <div className="relative">
        <input
          {...(hasScripts ? combobox : {})}
          ref={box}
          id="map-where"
          type="text"
          name="where"
          defaultValue={where ?? ""}
          maxLength={100}
          autoComplete="off"
          aria-invalid={problemId ? true : undefined}
          aria-describedby={problemId ? `map-where-hint ${problemId}` : "map-where-hint"}
        />
        {hasScripts ? (
          <SuggestionList
            id={LIST}
            label={words.areas}
            suggestions={names.map((area) => ({
              path: area.value,
              name: area.label,
              isWelsh: false,
              detail: `${area.group} (${area.count.toLocaleString("en-GB")})`,
            }))}
            active={active}
            choose={(index) => {
              const area = names[index];
              if (area) choose(area);
            }}
          />
        ) : null}
      </div>
      <p aria-live="polite" className="sr-only">
        {isAnswered ? countWords(names.length, words.areas1, words.areasMany) : ""}
      </p>
    </>
  );
}
