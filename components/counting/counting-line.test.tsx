import fc from "fast-check";
import { createTranslator, NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { COUNTED_KINDS, type Definition, definitionOf } from "@/domain/providers/legal-form";
import counting from "@/messages/en/counting.json";
import { CountingLine } from "./counting-line";
import { definitionInWords } from "./definition-in-words";

function line(definition: Definition, leftOut = 0): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ counting }} timeZone="Europe/London">
      <CountingLine definition={definition} path="/areas" leftOut={leftOut} />
    </NextIntlClientProvider>,
  );
}

test.each<[Definition, string]>([
  ["outside-the-nhs", "Counting every organisation outside the NHS."],
  ["companies", "Counting companies only."],
  [definitionOf(["charity"]), "Counting charities only."],
  [definitionOf(["not-known"]), "Counting only organisations whose kind no source gives."],
  [definitionOf(["private-sector"]), "Counting only organisations that a source only calls private."],
  [
    definitionOf(["charity", "not-known"]),
    "Counting only charities and organisations whose kind no source gives.",
  ],
  [definitionOf(["charity", "university", "council"]), "Counting charities, universities and councils only."],
  [
    definitionOf(COUNTED_KINDS.filter((kind) => kind !== "charity")),
    "Counting every organisation outside the NHS except charities.",
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
  expect(line("companies")).not.toContain("Count companies only");
  expect(line("companies")).toContain('href="/areas"');
  expect(line("outside-the-nhs")).toContain('href="/counting/companies/areas"');
  expect(line("outside-the-nhs")).not.toContain("Count every organisation");
});

test("what is left out is said, and nothing where nothing is", () => {
  expect(line("companies", 1)).toContain("1 service run by other kinds of organisation is left out here.");
  expect(line("companies")).not.toContain("left out");
});
