"use client";

import { type KeyboardEvent, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { mayBePostcode } from "@/domain/look-up/may-be-postcode";
import type { ApiName } from "@/domain/search/api-name";
import { searchWords } from "@/domain/search/normalise";
import { SEARCH_LIMIT, SUGGESTION_LIMIT } from "@/domain/search/results";
import { optionId } from "./suggestion-list";

/** Long enough that somebody who types fast asks once, short enough not to be felt. */
const PAUSE_MS = 120;

/**
 * Whether a text may be sent for suggestions: never what can be the beginning of a postcode. A figure is enough, since
 * a postcode that begins with a slip ("SWIA 1") looks like one only once it is whole.
 */
export function maySuggest(text: string): boolean {
  return searchWords(text).length > 0 && !/\p{N}/u.test(text) && !mayBePostcode(text);
}

/** Asks for what a text can mean; an answer that comes after `signal` is not looked at. */
export type AskSuggestions<Found> = (text: string, signal: AbortSignal) => Promise<readonly Found[]>;

/** Names of all kinds, or of the one kind that a box is for. */
export const namesCalled =
  (only?: ApiName["kind"]): AskSuggestions<ApiName> =>
  (text, signal) =>
    askNames(text, only, signal);

async function askNames(
  text: string,
  only: ApiName["kind"] | undefined,
  signal: AbortSignal,
): Promise<ApiName[]> {
  // Names of other kinds may come first.
  const limit = only === undefined ? SUGGESTION_LIMIT : SEARCH_LIMIT;
  const query = new URLSearchParams({ q: text.trim(), limit: String(limit) });
  const response = await fetch(`/api/v1/names?${query}`, { credentials: "omit", signal });
  const names = response.ok ? ((await response.json()) as { names: ApiName[] }).names : [];
  return names.filter(({ kind }) => only === undefined || kind === only).slice(0, SUGGESTION_LIMIT);
}

const never = () => () => undefined;

/**
 * Names for what is being typed, and the keys of a list that belongs to a box (ARIA 1.2 combobox): arrows choose,
 * Enter takes what is chosen, Escape closes. Without an answer from the server there is no list, and nothing is said.
 * @returns `combobox` for the box and `list` for its `SuggestionList`; without scripts the box is a plain field, which must not claim to have a
 * list: there is none, and nothing for the box.
 */
export function useSuggestions<Found>({
  listId,
  choose,
  ask: askFor,
}: {
  listId: string;
  choose: (found: Found) => void;
  ask: AskSuggestions<Found>;
}) {
  const [answer, setAnswer] = useState<readonly Found[] | null>(null);
  const [active, setActive] = useState(-1);
  const [isOpen, setIsOpen] = useState(false);
  /** Stops the question that is about to be asked, or on its way. */
  const pending = useRef<(() => void) | null>(null);
  const stop = () => {
    pending.current?.();
    pending.current = null;
  };
  useEffect(() => () => pending.current?.(), []);

  const names = isOpen && answer ? answer : [];
  const close = () => {
    stop();
    setIsOpen(false);
    setActive(-1);
  };
  const typed = (text: string) => {
    stop();
    setActive(-1);
    if (!maySuggest(text)) {
      setAnswer(null);
      setIsOpen(false);
      return;
    }
    const abort = new AbortController();
    const ask = () =>
      askFor(text, abort.signal).then(
        (found) => {
          if (abort.signal.aborted) return;
          setAnswer(found);
          setActive(-1);
          setIsOpen(true);
        },
        () => undefined, // gone or refused: the box works without
      );
    const timer = window.setTimeout(ask, PAUSE_MS);
    pending.current = () => {
      window.clearTimeout(timer);
      abort.abort();
    };
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (!answer || answer.length === 0) return;
      event.preventDefault();
      // From the box itself, down leads to the first and up to the last; past either end back to the box.
      const places = answer.length + 1;
      const step = key === "ArrowDown" ? 1 : -1;
      setActive(isOpen ? ((active + 1 + step + places) % places) - 1 : step === 1 ? 0 : places - 2);
      setIsOpen(true);
    } else if (key === "Escape" && isOpen && names.length > 0) {
      event.preventDefault();
      close();
    } else if (key === "Enter") {
      const found = names[active];
      if (!found) return;
      event.preventDefault();
      close();
      choose(found);
    } else if (key === "Tab") close();
  };
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const hasNames = names.length > 0;
  const combobox = {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    "aria-controls": listId,
    "aria-expanded": hasNames,
    "aria-activedescendant": active >= 0 && hasNames ? optionId(listId, active) : undefined,
    onChange: (event: { target: { value: string } }) => typed(event.target.value),
    onKeyDown: keyDown,
    onBlur: close,
  } as const;
  const list = {
    id: listId,
    active,
    choose: (index: number) => {
      const found = names[index];
      if (found) choose(found);
    },
  };
  return {
    names,
    hasAnswer: isOpen && answer !== null,
    combobox: hasScripts ? combobox : {},
    list: hasScripts ? list : null,
    close,
  };
}
