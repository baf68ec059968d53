"use client";

import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { HiddenInputs } from "@/components/ui/hidden-inputs";
import { dateInWords } from "@/domain/dates/in-words";
import { COUNTING, countingPath } from "@/domain/figures/counting-path";
import { isLocale, localPath, withoutLocale } from "@/domain/language/locale";
import { areaPathOf, type FoundUnit, nearPath } from "@/domain/look-up/found-unit";
import { lookUp } from "@/domain/look-up/look-up";
import { postcodesInShards } from "@/domain/look-up/postcodes-in-shards";
import { type Alternatives, partialPath } from "@/domain/look-up/problem";
import type { Definition } from "@/domain/providers/legal-form";
import type { ApiName } from "@/domain/search/api-name";
import { askServer, loadFile } from "./ask-server";
import { describeName } from "./describe-name";
import { keepUnit } from "./kept-unit";
import { goTo, usePageShown } from "./leave-page";
import { NEAREST_FORM, NearestPostcodes } from "./nearest-postcodes";
import { SuggestionList } from "./suggestion-list";
import type { SuggestingTexts } from "./suggestion-texts";
import { type LocationTexts, UseMyLocation } from "./use-my-location";
import { namesCalled, useSuggestions } from "./use-suggestions";

export type LookUpTexts = {
  label: string;
  hint: string;
  button: string;
  searching: string;
  /** Who learns what of a postcode. It must be true of what `submit` does, and e2e/look-up-privacy.spec.ts holds it to that. */
  privacy: string;
  privacyTitle: string;
  /** Before the postcodes that are closest to one that nobody has. */
  nearest: string;
  /** With {month} for the month in which a postcode ended. */
  endedIn: string;
  /** With {near}: leads to the areas of a district. */
  district: string;
  noList: string;
  sendWhole: string;
  /** Read out before a problem. */
  errorPrefix: string;
  suggestions: SuggestingTexts;
  location: LocationTexts;
  /** A sentence for each kind of problem. */
  problems: Readonly<Record<string, string>>;
};

/** A problem that only the browser can have: the file of postcodes did not come. */
const NO_LIST = "no-list";
const LIST = "look-up-list";

/** `near` is the outward code of the postcode that it is about. */
type Trouble = { problem: string | null; near?: string | null } & Alternatives;

/**
 * The look-up box. Without JavaScript it is a plain form that posts and is sent on. With it a postcode is found in the
 * browser, from the file of its outward code, and is never sent: what was found of it is kept for the page of its district,
 * which shows what is near (docs/decisions/0039). Where that file does not come, the reader is asked.
 * Names are the server's to find; it suggests some while they are typed (ARIA 1.2 combobox). What was typed stays in
 * the box.
 */
export function LookUpForm({
  locale,
  definition,
  texts,
  trouble: initialTrouble = { problem: null },
  children,
}: {
  locale: string;
  /** What the page counts; the page that is found counts the same. */
  definition: Definition;
  texts: LookUpTexts;
  trouble?: Trouble;
  /** The answer to what was looked up before. */
  children?: ReactNode;
}) {
  const [trouble, setTrouble] = useState<Trouble>(initialTrouble);
  const [isBusy, setIsBusy] = useState(false);
  // The page that is left for an answer comes back as it was left, and must not go on saying that it is looking.
  usePageShown(() => setIsBusy(false));
  const input = useRef<HTMLInputElement>(null);

  const language = isLocale(locale) ? locale : "en";
  const localOf = (path: string) => localPath(language, countingPath(definition, path));
  const go = (path: string) => {
    if (goTo(path)) setIsBusy(false);
  };
  const show = (trouble: Trouble) => {
    setIsBusy(false);
    setTrouble(trouble);
    input.current?.focus();
  };
  const choose = (found: ApiName) => {
    setIsBusy(true);
    go(localOf(withoutLocale(describeName(found, texts.suggestions, language).path)));
  };
  const { names, hasAnswer, combobox, list, close } = useSuggestions({
    listId: LIST,
    choose,
    ask: namesCalled(),
  });
  // Where a browser keeps nothing for the next page, the areas are what it can still be told.
  const showNear = (unit: FoundUnit) =>
    go(localOf(keepUnit(unit) ? nearPath(unit.outcode) : areaPathOf(unit)));
  async function send(typed: string) {
    setIsBusy(true);
    const answer = await askServer(typed, { locale, counting: definition });
    if (!("path" in answer)) show(answer);
    else go(answer.unit && keepUnit(answer.unit) ? localOf(nearPath(answer.unit.outcode)) : answer.path);
  }
  async function find(typed: string) {
    close();
    setIsBusy(true);
    const found = await lookUp(typed, postcodesInShards(loadFile));
    if (found.kind === "name") await send(typed);
    else if (found.kind === "page") go(localOf(found.path));
    else if (found.kind === "unit") showNear(found.unit);
    else if (found.kind === "no-list") show({ problem: NO_LIST });
    else show(found);
  }

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    find(input.current?.value ?? "");
  };
  const lookUpNearest = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = (event.nativeEvent as SubmitEvent).submitter?.getAttribute("value") ?? "";
    if (input.current) input.current.value = chosen;
    find(chosen);
  };

  const { problem, nearest = [], ended, near } = trouble;
  const hasDistrict = nearest.length > 0 || problem === "no-position";
  const sentence =
    problem === NO_LIST ? texts.noList : problem && (texts.problems[problem] ?? texts.problems.junk);
  const page = { locale, [COUNTING]: definition };
  const { none, one, several } = texts.suggestions;
  const count =
    names.length === 0 ? none : names.length === 1 ? one : several.replace("{count}", String(names.length));
  return (
    <>
      <form method="post" action="/api/look-up" onSubmit={submit} className="max-w-line">
        <HiddenInputs values={page} />
        <label htmlFor="look-up" className="block font-semibold text-lg">
          {texts.label}
        </label>
        <p id="look-up-hint" className="text-base text-ink-soft">
          {texts.hint}
        </p>
        <p id="look-up-error" role="alert" className="font-semibold text-accent">
          {sentence ? (
            <>
              <span className="sr-only">{texts.errorPrefix} </span>
              {sentence}
              {ended ? ` ${texts.endedIn.replace("{month}", dateInWords(ended, language))}` : null}
              <NearestPostcodes label={texts.nearest} postcodes={nearest} />
            </>
          ) : null}
        </p>
        {near && hasDistrict ? (
          <p>
            <a href={localOf(partialPath(near, null))} className="inline-block min-h-11 py-2">
              {texts.district.replace("{near}", near)}
            </a>
          </p>
        ) : null}
        {problem === NO_LIST ? (
          <Button type="button" look="secondary" onClick={() => send(input.current?.value ?? "")}>
            {texts.sendWhole}
          </Button>
        ) : null}
        <div className="mt-2 flex flex-col gap-2 xs:flex-row xs:gap-0">
          <div className="relative w-full min-w-0">
            <input
              {...combobox}
              ref={input}
              id="look-up"
              name="q"
              type="text"
              required
              maxLength={100}
              autoComplete="off"
              autoCapitalize="words"
              spellCheck={false}
              enterKeyHint="search"
              aria-describedby={sentence ? "look-up-error look-up-hint" : "look-up-hint"}
              aria-invalid={sentence ? true : undefined}
              className="min-h-13 w-full min-w-0 border-2 border-ink bg-sheet px-3 text-xl"
            />
            {list ? (
              <SuggestionList
                {...list}
                label={texts.suggestions.label}
                suggestions={names.map((found) => describeName(found, texts.suggestions, language))}
              />
            ) : null}
          </div>
          <button
            type="submit"
            className="min-h-13 shrink-0 border-2 border-ink bg-ink px-6 font-semibold text-paper text-lg hover:bg-accent-deep"
          >
            {texts.button}
          </button>
        </div>
        <UseMyLocation texts={texts.location} go={(path) => go(localOf(path))} show={showNear} />
        <p role="status" className="text-base text-ink-soft">
          {isBusy ? texts.searching : ""}
        </p>
        <p aria-live="polite" className="sr-only">
          {hasAnswer && !isBusy ? count : ""}
        </p>
      </form>
      {children}
      <details className="mt-2 max-w-line text-base text-ink-soft">
        <summary className="py-2">{texts.privacyTitle}</summary>
        <p>{texts.privacy}</p>
      </details>
      {nearest.length > 0 ? (
        <form id={NEAREST_FORM} method="post" action="/api/look-up" onSubmit={lookUpNearest}>
          <HiddenInputs values={page} />
        </form>
      ) : null}
    </>
  );
}
