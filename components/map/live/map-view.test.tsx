import { NextIntlClientProvider } from "next-intl";
import type { ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { FilterChoices } from "@/domain/map/filter-choice";
import { readMapAddress } from "@/domain/map/map-address";
import type { PinDetails } from "@/domain/map/map-files";
import common from "@/messages/en/common.json";
import map from "@/messages/en/map.json";
import services from "@/messages/en/services.json";
import { MapView } from "./map-view";
import { useLiveSettings } from "./use-live-settings";

const choice = (value: string, label: string, count: number) => ({ value, label, count });
const CHOICES: FilterChoices = {
  care: [choice("eye-care", "Eye care", 12), choice("dialysis", "Dialysis", 0)],
  provider: [choice("okapi", "Okapi & Co", 3)],
  type: [choice("company", "ordinary companies", 9)],
  pays: [],
  area: [{ ...choice("nation/england", "England", 1_200), group: "Nation" }],
  status: [choice("operating", "Running", 12)],
  since: [choice("2026-01", "January 2026", 7)],
  exact: [choice("yes", "Exact address known", 10), choice("no", "Exact address not known", 2)],
};
const PIN = {
  slug: "lenses",
  name: "Lenses",
  category: "eye-care",
  runBy: "Okapi <b>& Co",
  status: "planned" as const,
  mayHaveEnded: false,
  disputed: false,
  startedOn: "2019-05",
  publisher: "Gnu Gazette",
  lastConfirmedOn: "2026-03-01",
  place: "Zebra Clinic",
  town: "Luton",
  approximate: true,
};

type Marks = Pick<PinDetails, "status" | "mayHaveEnded" | "disputed"> &
  Pick<Partial<PinDetails>, "isWorkedOut">;

type Typed = ComponentProps<typeof MapView>["typedAreas"];
type Drawn = { search: string; count: number; marks: Marks | undefined; typedAreas: Typed };

function View({ search, count, marks, typedAreas }: Drawn) {
  const initial = readMapAddress(search);
  const pages = { text: "Page 1 of 2", label: "Pages", previous: null, next: "/map?page=2&view=list" };
  return (
    <MapView
      initial={initial}
      definition={"outside-the-nhs"}
      path={"/map"}
      shown={count}
      pages={pages}
      choices={CHOICES}
      typedAreas={typedAreas}
      notKnown={initial.area?.slug === "nowhere" ? ["area"] : []}
      rows={count > 0 ? [{ ...PIN, ...marks }] : []}
      listId={"list"}
      {...useLiveSettings()}
    />
  );
}
const draw = (search = "", count = 1, marks?: Marks, typedAreas: Typed = null) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ common, map, services }} timeZone="Europe/London">
      <View search={search} count={count} marks={marks} typedAreas={typedAreas} />
    </NextIntlClientProvider>,
  );

it("says of each service who, since when, says who, last confirmed and whether the place is exact", () => {
  const html = draw();
  expect(html).toContain('<a class="map-line-name" href="/services/lenses">Lenses</a>');
  expect(html).toContain("Eye care · Zebra Clinic, Luton");
  expect(html).toContain("Run by Okapi &lt;b&gt;&amp; Co");
  expect(html).toContain(
    "Since May 2019 · Source: Gnu Gazette · Last confirmed March 2026 · Exact address not",
  );
  expect(html).toContain("1 service matches");
});

it("leads to a report of what is missing where the map is, as far as that tells a place", () => {
  expect(draw("?at=14/54.8951/-2.9329")).toContain('href="/reports/new?point=54.89510%2C+-2.93290"');
  expect(draw()).toContain('href="/reports/new">');
});

it("what we worked out from a source is not called the source's", () => {
  const html = draw("", 1, { ...PIN, isWorkedOut: true });
  expect(html).toContain("Worked out from: Gnu Gazette");
  expect(html).not.toContain("Source: Gnu Gazette");
});

it.each([
  [{ status: "no-longer-listed", mayHaveEnded: false, disputed: false }, [map.page.noLongerListed]],
  [{ status: "operating", mayHaveEnded: true, disputed: true }, [map.page.mayHaveEnded, map.page.disputed]],
  [{ status: "operating", mayHaveEnded: false, disputed: false }, []],
] as const)("of %j it says no more and no less than that", (marks, said) => {
  const html = draw("", 1, marks);
  const all = [map.page.noLongerListed, map.page.mayHaveEnded, map.page.disputed];
  expect(all.filter((words) => html.includes(words))).toEqual(said);
});

it("is a form whose choices say what they would leave, and leave out those that leave nothing", () => {
  const html = draw();
  expect(html).toMatch(/<form[^>]* action="\/map" method="get"/);
  expect(html).toContain("Eye care (12)");
  expect(html).toContain("England (1,200)");
  expect(html).not.toContain("Dialysis (");
});

it("shows what is chosen, even where it leaves nothing, and keeps place and view in the form", () => {
  const html = draw("?care=dialysis&provider=okapi&at=9/54.9/-2.9&view=list", 0);
  expect(html).toMatch(/name="care" checked="" value="dialysis"|value="dialysis" checked=""/);
  expect(html).toContain('<option value="okapi" selected="">');
  expect(html).toContain('name="at" value="9/54.9/-2.9"');
  expect(html).toContain('data-view="list"');
  expect(html).toContain("No service matches these filters.");
  expect(html).toContain('<details open="">');
});

it("says of a further tick of one list how many more it would leave", () => {
  const html = draw("?care=dialysis");
  expect(html).toContain("Eye care (+12)");
  expect(html).toContain("Dialysis (0)");
  expect(html).toContain("ordinary companies (9)");
});

const sorts = (html: string) => {
  const select = /<select name="sort">(.*?)<\/select>/.exec(html)?.[1] ?? "";
  return [...select.matchAll(/<option value="(.*?)"( selected="")?>(.*?)<\/option>/g)].map(
    ([, value, selected, label]) => `${value}: ${label}${selected ? " (chosen)" : ""}`,
  );
};
it.each([
  ["", ["near: Town (chosen)", "name: Name"]],
  ["?sort=name", ["near: Town", "name: Name (chosen)"]],
  ["?sort=place", ["place: Town (chosen)", "name: Name"]],
  ["?at=9/54.9/-2.9", ["near: Nearest to the middle of the map (chosen)", "name: Name", "place: Town"]],
])("calls the order of the list under %j what it is", (search, expected) => {
  expect(sorts(draw(search)).slice(0, expected.length)).toEqual(expected);
});

it("says so of a filter on what nobody knows, with the way to be rid of it", () => {
  const html = draw("?care=eye-care&area=constituency/nowhere", 0);
  expect(html).toContain("We know no such area: constituency/nowhere.");
  expect(html).toContain(`<a href="/map?care=eye-care">${map.page.withoutFilter}</a>`);
  expect(draw("?area=nation/england")).not.toContain("We know no such");
});

const CALLED = [
  { value: "constituency/cheltenham", label: "Cheltenham", count: 3, group: "Constituency" },
  { value: "council/cheltenham", label: "Cheltenham", count: 1_200, group: "Council" },
];
it.each([
  ["several areas", { choices: CALLED, isLike: false }, map.page.whereSeveral],
  ["an area that is spelt a little otherwise", { choices: CALLED, isLike: true }, map.page.whereLike],
  ["no area", { choices: [], isLike: true }, map.page.whereNone],
])("a typed name that is %s is kept, and answered with what each area would leave", (_, typed, sentence) => {
  const html = draw("?care=eye-care&page=2&where=Cheltenham", 1, undefined, typed);
  expect(html).toContain(`id="map-where-problem">${sentence.replace("{name}", "Cheltenham")}<`);
  // The box has what was typed and says to those who do not see it what is wrong.
  const box = /<input[^>]* name="where"[^>]*>/.exec(html)?.[0] ?? "";
  expect(box).toContain('value="Cheltenham"');
  expect(box).toContain('aria-invalid="true"');
  expect(box).toContain('aria-describedby="map-where-hint map-where-problem"');
  expect(html).toContain('<details open="">');
  const offered = [...html.matchAll(/<a href="(\/map\?[^"]*area=[^"]*)">(.*?)<\/a>/g)];
  expect(offered.map(([, href, label]) => `${href} ${label}`)).toEqual(
    typed.choices.length === 0
      ? []
      : [
          "/map?care=eye-care&amp;area=constituency/cheltenham Cheltenham · Constituency (3)",
          "/map?care=eye-care&amp;area=council/cheltenham Cheltenham · Council (1,200)",
        ],
  );
});

it("a box without a name that was typed has no fault", () => {
  const box = /<input[^>]* name="where"[^>]*>/.exec(draw())?.[0] ?? "";
  expect(box).toContain('id="map-where"');
  expect(box).not.toContain("aria-invalid");
});
