import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "./test";

/**
 * What a page of each kind may weigh: its elements, the bytes of Next's own copy of it for its scripts (the "flight"), and the bytes of its
 * HTML in all. Ceilings are what was measured on 28 November 2026 and a twentieth more, for what changes with the day; a page that is made lighter gets a lower
 * one. The nine elements that name a page's picture came on 29 November.
 * The first page is left out until it is rebuilt.
 */
const BUDGETS: Readonly<Record<string, readonly [elements: number, flight: number, html: number]>> = {
  "/areas": [2_550, 256_000, 361_000],
  // With the key of its map and the lists of like areas.
  "/areas/compare": [786, 88_200, 134_500],
  // With the ten nearest services outside it, which a constituency has since the front page was rebuilt.
  "/areas/constituency/ynys-mon": [405, 57_500, 87_500],
  // With who is registered at its practices, by kind, and the plot and table of changes by year.
  // With thirteen services more, which serve a health body of England and have no known address.
  "/areas/nation/england": [1_397, 153_700, 245_400],
  "/counting/companies-by-type/areas/constituency/ynys-mon": [405, 59_800, 91_000],
  // With what the regulator's register says of who is registered there, a source of its own.
  "/services/gp-practice-at-warwick-road-surgery": [333, 43_700, 69_400],
  // Journeys that run beside this one publish services of providers of their own.
  // With the organisations that run GP practices by that register.
  "/providers": [560, 57_000, 90_000],
  "/providers/ssp-health": [350, 50_700, 76_500],
  "/places/cumberland-infirmary": [347, 49_500, 74_500],
  // With what came of the checks of the regulator's list.
  "/about/how-we-count": [328, 52_000, 79_500],
  "/data": [317, 42_200, 63_100],
  "/privacy": [181, 28_200, 41_900],
  "/no-such-page": [128, 25_700, 35_800],
};

/** Namespaces of words that scripts of public pages need: those of the look-up in the masthead, which says what the API says, and of the map. */
const FOR_SCRIPTS = new Set(["api", "areas", "common", "look-up", "map"]);

/** What the card of a pin says of a service, in the words of its page. */
const OF_CARDS = new Set(["No longer listed separately", "May have ended"]);

/** Markup without scripts, the scripts' own text, and Next's copy of the page in it. */
function parts(html: string): { markup: string; scripts: string; flight: number } {
  const scripts = [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, text = ""]) => text);
  return {
    markup: html.replaceAll(/<script\b[\s\S]*?<\/script>/g, ""),
    scripts: scripts.join("\n"),
    flight: Buffer.byteLength(scripts.filter((text) => text.startsWith("self.__next_f.push")).join("")),
  };
}

/** Every sentence of the catalogue that stands in a page as it is written, with the namespaces that have it. */
function sentences(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of readdirSync("messages/en")) {
    JSON.parse(readFileSync(`messages/en/${file}`, "utf8"), (_, value: unknown) => {
      if (typeof value === "string" && value.length >= 25 && !/[{<>&"'\\\n]/.test(value))
        found.set(value, [...(found.get(value) ?? []), basename(file, ".json")]);
      return value;
    });
  }
  return found;
}

for (const [path, [elements, flight, html]] of Object.entries(BUDGETS)) {
  test(`${path} keeps to its budget and gives scripts no words that they do not need`, async ({
    request,
  }) => {
    const text = await (await request.get(path, { headers: { accept: "text/html" } })).text();
    const page = parts(text);
    expect(page.markup, "the page, not the words of a failure").toContain("</html>");
    const weight = {
      elements: page.markup.match(/<[a-z]/gi)?.length ?? 0,
      flight: page.flight,
      html: Buffer.byteLength(text),
    };
    for (const [what, most] of Object.entries({ elements, flight, html }))
      expect.soft(weight[what as keyof typeof weight], `${what} of ${path}`).toBeLessThanOrEqual(most);
    const unseen = [...sentences()].filter(
      ([sentence, namespaces]) =>
        page.scripts.includes(sentence) &&
        !page.markup.includes(sentence) &&
        !namespaces.some((name) => FOR_SCRIPTS.has(name)) &&
        !OF_CARDS.has(sentence),
    );
    expect(unseen, "words that only scripts are given").toEqual([]);
  });
}
