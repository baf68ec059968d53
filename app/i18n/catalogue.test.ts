import { createTranslator, IntlErrorCode } from "next-intl";
import { expect, test } from "vitest";
import { english, welsh } from "./catalogue";

/** `a.b.c` of every text in a tree of messages. */
function keysOf(tree: object, path: readonly string[] = []): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[...path, key].join(".")] : keysOf(value, [...path, key]),
  );
}

// A text that cannot be read as one is shown as its key, and nobody notices until somebody opens the page.
test.each([
  ["en", english],
  ["cy", welsh],
] as const)("every text in %s can be read as a message", (locale, catalogue) => {
  const broken: string[] = [];
  let reading = "";
  const t = createTranslator({
    locale,
    messages: catalogue as unknown as Record<string, never>,
    onError: ({ code }) => {
      if (code === IntlErrorCode.INVALID_MESSAGE) broken.push(reading);
    },
  }) as (key: string) => string;
  for (const key of keysOf(catalogue)) {
    reading = key;
    t(key);
  }
  expect(broken).toEqual([]);
});

test("there are words to read", () => {
  expect(keysOf(english).length).toBeGreaterThan(500);
});
