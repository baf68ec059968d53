"use client";

import { useRef } from "react";
import { SuggestionList } from "@/components/look-up/suggestion-list";
import { useSuggestions } from "@/components/look-up/use-suggestions";
import type { FilterChoice } from "@/domain/map/filter-choice";
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

/** A box that names an area: with scripts it suggests while one types, without them the server says what was meant. */
export function AreaBox({ where, words, problemId, ask, onChoose }: Props) {
  const box = useRef<HTMLInputElement>(null);
  const choose = (area: FilterChoice) => {
    const form = box.current?.form;
    if (!box.current || !form) return;
    box.current.value = "";
    onChoose(area, form);
  };
  const { names, hasAnswer, combobox, list } = useSuggestions<FilterChoice>({
    listId: LIST,
    choose,
    ask: async (text, signal) => (box.current?.form ? ask(text, box.current.form, signal) : []),
  });
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
          {...combobox}
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
        {list ? (
          <SuggestionList
            {...list}
            label={words.areas}
            suggestions={names.map((area) => ({
              path: area.value,
              name: area.label,
              isWelsh: false,
              detail: `${area.group} (${area.count.toLocaleString("en-GB")})`,
            }))}
          />
        ) : null}
      </div>
      <p aria-live="polite" className="sr-only">
        {isAnswered ? countWords(names.length, words.areas1, words.areasMany) : ""}
      </p>
    </>
  );
}
