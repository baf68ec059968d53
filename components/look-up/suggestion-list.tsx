"use client";

import { useEffect, useRef } from "react";
import type { Suggestion } from "./describe-name";

/** The list under the box. The focus stays in the box; what is chosen is named to it by `optionId`. */
export function SuggestionList({
  id,
  label,
  suggestions,
  active,
  choose,
}: {
  id: string;
  label: string;
  suggestions: readonly Suggestion[];
  /** -1 for none. */
  active: number;
  choose: (index: number) => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <ul
      ref={list}
      id={id}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the listbox of a combobox is a list
      role="listbox"
      aria-label={label}
      hidden={suggestions.length === 0}
      className="absolute inset-x-0 top-full z-20 max-h-[70vh] overflow-y-auto border-2 border-ink border-t-0 bg-sheet shadow-lg"
    >
      {suggestions.map(({ path, name, isWelsh, detail }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's, which keeps the focus
        // biome-ignore lint/a11y/useFocusableInteractive: the box names the chosen option by aria-activedescendant
        <li
          key={`${path} ${name} ${detail}`}
          id={optionId(id, index)}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as above
          role="option"
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(index)}
          className="min-h-11 cursor-pointer border-rule border-b px-3 py-2 leading-snug last:border-b-0 hover:bg-panel aria-selected:bg-ink aria-selected:text-paper"
        >
          <span lang={isWelsh ? "cy" : undefined} className="block font-semibold text-lg">
            {name}
          </span>
          <span className="block text-base opacity-80">{detail}</span>
        </li>
      ))}
    </ul>
  );
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}
