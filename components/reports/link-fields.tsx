"use client";

import { type MouseEvent, useEffect, useRef, useState } from "react";
import { type LinkWords, labelOf, type ReportFormWords } from "@/components/reports/report-form-words";
import { setFields } from "@/components/reports/set-fields";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choices";
import { Notice } from "@/components/ui/notice";
import type { FoundFact, LinkAnswer } from "@/domain/link-answer";
import { acceptedFacts, FOUND, LOOK_AT_LINK, USE_FOUND } from "@/domain/reports/found-facts";

type Props = {
  words: ReportFormWords;
  said: LinkWords;
  index: number;
  link: LinkAnswer | null | undefined;
};

/** The button that has a source's link looked at, and what was found. Both are buttons of the form itself, so they work without scripts. */
export function LinkFields({ words, said, index, link }: Props) {
  const hint = `look-hint-${index}`;
  return (
    <div className="space-y-3">
      <p id={hint} className="text-ink-soft">
        {said.lookHint}
      </p>
      <Button look="secondary" name="intent" value={`${LOOK_AT_LINK}${index}`} aria-describedby={hint}>
        {said.look}
      </Button>
      {link?.index === index ? <LinkFound words={words} said={said} link={link} /> : null}
    </div>
  );
}

function LinkFound({ words, said, link }: Omit<Props, "index"> & { link: LinkAnswer }) {
  const place = useRef<HTMLDivElement>(null);
  const [used, setUsed] = useState<LinkAnswer | null>(null);
  useEffect(() => {
    if (link) place.current?.focus();
  }, [link]);

  function use(event: MouseEvent<HTMLButtonElement>) {
    const { form } = event.currentTarget;
    if (!form) return;
    const facts = acceptedFacts(Object.fromEntries(new FormData(form)));
    // What another page of the form asks for is put there by the server.
    if (Object.keys(facts).some((field) => !form.elements.namedItem(field))) return;
    event.preventDefault();
    setFields(form, facts);
    setUsed(link);
  }

  const site = link.site === null ? undefined : said.sites[link.site];
  return (
    <div id={`found-${link.index}`} ref={place} tabIndex={-1}>
      <Notice title={said.title}>
        <div aria-live="polite" className="space-y-2">
          {site ? <p>{said.site.replace("{site}", () => site)}</p> : null}
          {link.fault ? <p>{said.faults[link.fault]}</p> : null}
          {link.facts.length === 0 && !link.fault ? <p>{said.nothing}</p> : null}
          {link.facts.map((fact) => (
            <Choice
              key={`${link.url} ${fact.field} ${fact.value}`}
              type="checkbox"
              id={FOUND + fact.field}
              name={FOUND + fact.field}
              value={fact.value}
              defaultChecked={fact.before === ""}
              label={`${labelOf(words.text, fact.field).replace(/\?$/, "")}: ${shownFact(fact, words, said)}`}
            />
          ))}
          {link.facts.length > 0 ? (
            <Button look="secondary" name="intent" value={`${USE_FOUND}${link.index}`} onClick={use}>
              {said.use}
            </Button>
          ) : null}
          {used === link ? <p role="status">{said.used}</p> : null}
          <p>
            {said.archive}{" "}
            <a href={link.archive} target="_blank" rel="noopener noreferrer nofollow">
              {said.archiveLink}
            </a>
          </p>
        </div>
      </Notice>
    </div>
  );
}

/** A kind of document in words; whatever else a page says, as it says it. */
function shownFact(
  { field, value, before }: FoundFact,
  { options }: ReportFormWords,
  said: LinkWords,
): string {
  const inWords = (text: string) =>
    field.endsWith(".kind") ? (options.sourceKind.find((one) => one.value === text)?.label ?? text) : text;
  if (before === "") return inWords(value);
  const parts: Record<string, string> = { "{value}": inWords(value), "{before}": inWords(before) };
  return said.instead.replace(/\{\w+\}/g, (part) => parts[part] ?? part);
}
