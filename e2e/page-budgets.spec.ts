import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "./test";

type Weight = readonly [elements: number, flight: number, html: number];
/** What a page may weigh; where journeys that run beside this one publish rows of it, beside its rows and for each of them. */
type Budget = Weight | { beside: Weight; row: Weight; rows: RegExp };

/**
 * What a page of each kind may weigh: its elements, the bytes of Next's own copy of it for its scripts (the "flight"), and the bytes of its
 * HTML in all. Ceilings are what was measured on 28 November 2026 and a twentieth more, for what changes with the day; a page that is made lighter gets a lower
 * one. The nine elements that name a page's picture came on 29 November.
 * The first page is left out until it is rebuilt.
 */
const BUDGETS: Readonly<Record<string, Budget>> = {
  "/areas": [2_550, 256_000, 361_000],
  // With the key of its map and the lists of like areas.
  "/areas/compare": [786, 88_200, 134_500],
  // With the ten nearest services outside it, which a constituency has since the front page was rebuilt, the map that is printed, and the two
  // buttons that step through pins with what is said beside them. With the link to its file, which an area that lists nothing has too.
  "/areas/constituency/ynys-mon": [420, 51_200, 83_200],
  // With who is registered at its practices, by kind, and the plot and table of changes by year; its rows are its sources.
  "/areas/nation/england": {
    beside: [1_279, 132_100, 213_800],
    row: [5, 1_000, 1_400],
    rows: /<li>(?:<a href="https?:|<cite |<span class="italic")/g,
  },
  // The ten nearest, for everybody in the district; journeys publish near Carlisle, so this one is elsewhere.
  "/near/BR1": [317, 45_900, 70_800],
  // Twenty-five rows of a long list.
  "/areas/region/south-east/page/2": [413, 55_100, 83_300],
  // The list of the map, with all filters as a form: what a reader without scripts gets.
  "/map?view=list": { beside: [471, 41_000, 80_000], row: [1, 100, 150], rows: /<option/g },
  "/counting/companies-by-type/areas/constituency/ynys-mon": [420, 53_700, 86_700],
  // With what the regulator's register says of who is registered there, a source of its own. This, a provider and a place lead to their history.
  "/services/gp-practice-at-warwick-road-surgery": [335, 44_100, 70_000],
  // With the organisations that run GP practices by that register; its rows are the providers.
  "/providers": { beside: [182, 21_800, 35_400], row: [7, 690, 1_050], rows: /<tr><th scope="row"/g },
  // This and the next with a way to a report that begins with it.
  // With its twenty-five earlier registrations, since one company number is one organisation.
  // With the map that is printed.
  "/providers/ssp-health": [376, 47_400, 77_000],
  // Its rows are the services nearby, and the other entries at its postcode.
  "/places/cumberland-infirmary": {
    beside: [335, 39_500, 63_800],
    row: [4, 700, 1_000],
    rows: /<li class="(?:border-rule border-b py-1\.5|py-1)"><a /g,
  },
  // With what came of the checks of the regulator's list.
  // With what is said of the regulator's list: that what ships was not sent to those on it first.
  "/about/how-we-count": [328, 42_300, 67_900],
  "/data": [317, 42_200, 63_100],
  // With three more rows of what is kept how long: invitations, imports and decisions of several.
  "/privacy": [190, 26_500, 42_000],
  "/no-such-page": [128, 21_500, 32_500],
};

/** Namespaces of words that scripts of public pages need: those of the look-up in the masthead, which says what the API says, and of the map. */
const FOR_SCRIPTS = new Set(["api", "areas", "common", "look-up", "map"]);

/** What scripts of one page say anew when its reader asks: what is near a postcode, a list that is sorted, kinds of care of other areas. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  "/near/BR1": ["near", "services"],
  "/areas/region/south-east/page/2": ["services"],
  "/map?view=list": ["services"],
};

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

/** The ceilings of a page as it is: with its rows, where it has any of others. */
function ceilings(budget: Budget, markup: string): Weight {
  if (!("rows" in budget)) return budget;
  const rows = markup.match(budget.rows)?.length ?? 0;
  expect(rows, "rows of the page").toBeGreaterThan(0);
  const { beside, row } = budget;
  return [beside[0] + rows * row[0], beside[1] + rows * row[1], beside[2] + rows * row[2]];
}

for (const [path, budget] of Object.entries(BUDGETS)) {
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
    // Every picture is there, also those that only paper shows.
    for (const [, src = ""] of page.markup.matchAll(/<img [^>]*?src="(\/[^"]+)"/g)) {
      const picture = await request.get(src.replaceAll("&amp;", "&"));
      expect(picture.headers()["content-type"], src).toMatch(/^image\//);
    }
    const [elements, flight, html] = ceilings(budget, page.markup);
    for (const [what, most] of Object.entries({ elements, flight, html }))
      expect.soft(weight[what as keyof typeof weight], `${what} of ${path}`).toBeLessThanOrEqual(most);
    const unseen = [...sentences()].filter(
      ([sentence, namespaces]) =>
        page.scripts.includes(sentence) &&
        !page.markup.includes(sentence) &&
        !namespaces.some((name) => FOR_SCRIPTS.has(name) || ALSO[path]?.includes(name)) &&
        !OF_CARDS.has(sentence),
    );
    expect(unseen, "words that only scripts are given").toEqual([]);
  });
}
