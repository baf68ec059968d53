import fc from "fast-check";
import { createTranslator, NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import {
  COUNTED_KINDS,
  type Definition,
  definitionOf,
  kindsOf,
  PRESETS,
} from "@/domain/providers/legal-form";
import counting from "@/messages/en/counting.json";
import { CountingLine } from "./counting-line";
import { definitionInWords } from "./definition-in-words";

function line(definition: Definition, leftOut = 0, path = "/areas"): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ counting }} timeZone="Europe/London">
      <CountingLine definition={definition} path={path} leftOut={leftOut} />
    </NextIntlClientProvider>,
  );
}

test.each<[Definition, string]>([
  ["outside-the-nhs", "Counting every organisation known to be outside the NHS."],
  ["companies-by-type", "Counting companies."],
  [definitionOf(["charity"]), "Counting charities only."],
  [definitionOf(["not-known"]), "Counting only organisations whose type is not known."],
  [definitionOf(["private-sector"]), "Counting only organisations that a source only calls private."],
  [
    definitionOf(["charity", "not-known"]),
    "Counting charities only, and organisations whose type is not known.",
  ],
  [definitionOf(["charity", "university", "council"]), "Counting charities, universities and councils only."],
  [
    definitionOf(COUNTED_KINDS.filter((kind) => kind !== "charity" && kind !== "not-known")),
    "Counting every organisation outside the NHS except charities.",
  ],
  [
    definitionOf(COUNTED_KINDS),
    "Counting every organisation known to be outside the NHS, and organisations whose type is not known.",
  ],
])("%s: %s", (definition, words) => {
  expect(line(definition)).toContain(words);
});

test("two sets of kinds are never called the same", () => {
  const t = createTranslator({ locale: "en", messages: { counting }, namespace: "counting" });
  const said = new Map<string, string>();
  const sets = 2 ** COUNTED_KINDS.length;
  for (let bits = 1; bits < sets; bits++) {
    const definition = definitionOf(COUNTED_KINDS.filter((_, index) => bits & (1 << index)));
    const words = definitionInWords(t, definition);
    expect(said.get(words) ?? definition, words).toBe(definition);
    said.set(words, definition);
  }
  expect(said.size).toBe(sets - 1);
});

test("ticks what counts, comes back to its page, and leads to both presets but the one it is", () => {
  const anyKinds = fc.subarray([...COUNTED_KINDS], { minLength: 1 });
  fc.assert(
    fc.property(anyKinds, (kinds) => {
      const html = line(definitionOf(kinds));
      const ticked = [...html.matchAll(/<input[^>]*checked=""[^>]*>/g)].map(
        ([box]) => /value="(.*?)"/.exec(box)?.[1],
      );
      expect(ticked).toEqual(kinds);
      expect(html).toContain('name="from" value="/areas"');
    }),
    { numRuns: 30 },
  );
  expect(line("companies-by-type")).not.toContain("Count companies");
  expect(line("companies-by-type")).toContain('href="/areas"');
  expect(line("outside-the-nhs")).toContain('href="/counting/companies-by-type/areas"');
  expect(line("outside-the-nhs")).not.toContain("Count every organisation");
});

test("what a map was asked for is kept by the links and by the form", () => {
  const html = line(definitionOf(["charity"]), 0, "/map?care=eye-care");
  expect(html).toContain('href="/counting/companies-by-type/map?care=eye-care"');
  expect(html).toContain('href="/map?care=eye-care"');
  expect(html).toContain('name="from" value="/map?care=eye-care"');
});

test("what is left out is said, and nothing where nothing is", () => {
  expect(line("companies-by-type", 1)).toContain(
    "1 service run by other types of organisation is not included here.",
  );
  expect(line("companies-by-type")).not.toContain("left out here");
});

test("what nobody can put in a kind is named beside the count, with a link", () => {
  const organisations = [{ slug: "one-clinic", name: "One Clinic" }];
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ counting }} timeZone="Europe/London">
      <CountingLine
        definition="outside-the-nhs"
        path="/"
        unknown={{ services: 2, organisations, notNamed: 0 }}
      />
    </NextIntlClientProvider>,
  );
  expect(html.replace(/<[^>]+>/g, "")).toContain(
    "2 more services are run by an organisation whose type is not known, and are not counted: One Clinic.",
  );
  expect(html).toContain('href="/providers/one-clinic"');
});

test("companies are said to be so by name and type, shares not checked", () => {
  expect(line("companies-by-type")).toContain("We have not checked who holds the shares");
  expect(line("outside-the-nhs")).not.toContain("shares");
});

test.each(PRESETS)(
  "%s says every kind that it holds and no other, and that the NHS's own is in neither",
  (preset) => {
    const words = line(preset).replace(/<[^>]+>/g, "");
    const sentence = /This count includes (.+?)\. It never includes (.+?)\./.exec(words);
    const said = COUNTED_KINDS.filter((kind) =>
      ` ${sentence?.[1]}`.split(/, | and /).some((part) => part.trim() === counting.kinds[kind]),
    );
    expect(said).toEqual(kindsOf(preset));
    expect(sentence?.[2]).toContain("companies that the NHS owns");
  },
);
