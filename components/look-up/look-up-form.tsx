"use client";

import { type FormEvent, useRef, useState } from "react";

export type LookUpTexts = {
  label: string;
  hint: string;
  button: string;
  searching: string;
  /** Read out before a problem. */
  errorPrefix: string;
  /** A sentence for each kind of problem. */
  problems: Readonly<Record<string, string>>;
};

/** What `/api/look-up` answers to a script: where to go, or which problem there is. */
type Answer = { path: string } | { problem: string };

/**
 * The look-up box. Without JavaScript it is a plain form that posts and is sent on. With it the answer to a problem
 * comes up under the box and what was typed stays. The seam for part 2: a postcode will be looked up in the browser
 * (`ask`), so that it never leaves it.
 */
export function LookUpForm({
  locale,
  texts,
  problem: initialProblem = null,
}: {
  locale: string;
  texts: LookUpTexts;
  problem?: string | null;
}) {
  const [problem, setProblem] = useState<string | null>(initialProblem);
  const [isBusy, setIsBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setIsBusy(true);
    const answer = await ask(new FormData(event.currentTarget));
    if ("path" in answer) {
      window.location.assign(answer.path);
      return;
    }
    setIsBusy(false);
    setProblem(answer.problem);
    input.current?.focus();
  }

  const sentence = problem === null ? null : (texts.problems[problem] ?? texts.problems.junk);
  return (
    <form method="post" action="/api/look-up" onSubmit={submit} className="max-w-line">
      <input type="hidden" name="locale" value={locale} />
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
          </>
        ) : null}
      </p>
      <div className="mt-2 flex flex-col gap-2 xs:flex-row xs:gap-0">
        <input
          ref={input}
          id="look-up"
          name="q"
          type="text"
          required
          maxLength={100}
          autoComplete="postal-code"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="search"
          aria-describedby={sentence ? "look-up-error look-up-hint" : "look-up-hint"}
          aria-invalid={sentence ? true : undefined}
          className="min-h-13 w-full min-w-0 border-2 border-ink bg-sheet px-3 text-xl"
        />
        <button
          type="submit"
          className="min-h-13 shrink-0 border-2 border-ink bg-ink px-6 font-semibold text-paper text-lg hover:bg-accent-deep"
        >
          {texts.button}
        </button>
      </div>
      <p role="status" className="text-base text-ink-soft">
        {isBusy ? texts.searching : ""}
      </p>
    </form>
  );
}

async function ask(form: FormData): Promise<Answer> {
  try {
    const response = await fetch("/api/look-up", {
      method: "POST",
      body: new URLSearchParams([...form].map(([name, value]) => [name, String(value)])),
      headers: { accept: "application/json" },
    });
    return response.ok ? ((await response.json()) as Answer) : { problem: "offline" };
  } catch {
    return { problem: "offline" };
  }
}
