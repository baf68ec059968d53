import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { type CareCell, shareByFunction, shareByKind, shareOfCare } from "@/domain/figures/share-of-care";
import type { AreaSummary } from "@/domain/pages/area-page";
import { type Definition, definitionOf } from "@/domain/providers/legal-form";
import areas from "@/messages/en/areas.json";
import common from "@/messages/en/common.json";
import counting from "@/messages/en/counting.json";
import words from "@/messages/en/share-of-care.json";
import { ShareNotKnown } from "./share-not-known";
import { ShareOfCareSection } from "./share-of-care";

const MESSAGES = { areas, common, counting, "share-of-care": words };
const HEALTH_BODY: AreaSummary = {
  id: "a",
  kind: "icb",
  slug: "b",
  nameEn: "NHS North East and North Cumbria",
  nameCy: null,
  nation: "england",
};
const CELLS: CareCell[] = [
  { kind: "nhs-trust", function: "C_130", admitted: 6_000, nonAdmitted: 10_000 },
  { kind: "company", function: "C_130", admitted: 3_000, nonAdmitted: 1_000 },
  { kind: "charity", function: "C_110", admitted: 1_000, nonAdmitted: 0 },
];

function section(definition: Definition, cells = CELLS, area = HEALTH_BODY): string {
  const share = {
    month: "2026-04",
    whole: shareOfCare(cells, definition),
    unknownCarers: [{ slug: "one-clinic", name: "One Clinic" }],
    byKind: shareByKind(cells, definition),
    bySpecialty: shareByFunction(cells, definition).map((row) => ({ ...row, name: `The ${row.key}` })),
    otherPayers: area.kind === "nation" ? [{ payer: "nhs-england" as const, completed: 1_234 }] : [],
  };
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={MESSAGES} timeZone="Europe/London">
      <ShareOfCareSection area={area} share={share} />
    </NextIntlClientProvider>,
  );
}

describe("ShareOfCareSection", () => {
  it("says by number how much was done outside the NHS, admitted and all, for whose patients and when", () => {
    const html = section("outside-the-nhs");
    expect(html).toContain(
      "5,000 of 21,000 consultant-led waits that ended in April 2026 for patients of NHS North East and North Cumbria (23.8%) were with organisations outside the NHS.",
    );
    expect(html).toContain("For hospital stays and day cases: 4,000 of 10,000 (40.0%).");
  });

  it("says what it counts where that is not the usual", () => {
    expect(section("companies-by-type")).toContain(
      "(19.0%) were with organisations outside the NHS (counting companies).",
    );
  });

  it("has the tables behind it and says what is not in it", () => {
    const html = section("outside-the-nhs");
    for (const text of [
      "NHS trusts",
      "Charities",
      "The C_130",
      "Not included: GP practices",
      "NHS England",
    ]) {
      expect(html).toContain(text);
    }
  });

  it("says for England what no board paid for", () => {
    const html = section("outside-the-nhs", CELLS, { ...HEALTH_BODY, kind: "nation", nameEn: "England" });
    expect(html).toContain("5,000 of 21,000 consultant-led waits that ended in April 2026 in England");
    expect(html).toContain("1,234 waits paid for by NHS England itself");
  });

  it.each<[number, Definition, string | null]>([
    [
      1_007,
      "outside-the-nhs",
      "1,007 more ended with organisations whose type is not known, and are not in the share",
    ],
    [
      1,
      "companies-by-type",
      "1 more ended with an organisation whose type is not known, and is not in the share",
    ],
    [7, definitionOf(["not-known"]), null],
    [0, "outside-the-nhs", null],
  ])("names beside the share what is in none: %d, %s", (count, definition, sentence) => {
    const unknown: CareCell = { kind: "unknown", function: "C_130", admitted: count, nonAdmitted: 0 };
    const html = section(definition, count === 0 ? CELLS : [...CELLS, unknown]);
    expect(html.includes("type is not known, and")).toBe(sentence !== null);
    expect(html.includes('href="/providers/one-clinic"')).toBe(sentence !== null);
    if (sentence !== null) expect(html).toContain(sentence);
    if (sentence !== null && definition === "outside-the-nhs") expect(html).toContain("5,000 of 22,007");
  });

  it("gives no share of nothing", () => {
    expect(section("companies-by-type", [])).toContain("0 of 0 consultant-led waits");
  });
});

describe("ShareNotKnown", () => {
  const said = (given: Partial<AreaSummary>) =>
    renderToStaticMarkup(
      <NextIntlClientProvider locale="en" messages={MESSAGES} timeZone="Europe/London">
        <ShareNotKnown area={{ ...HEALTH_BODY, ...given }} />
      </NextIntlClientProvider>,
    );

  it("says of bodies and nations outside England that we cannot say, and nothing of other areas", () => {
    const lothian = said({ kind: "health-board", nameEn: "NHS Lothian", nation: "scotland" });
    expect(lothian).toContain("Not known for the area of NHS Lothian.");
    expect(lothian).toContain("no such figures yet for Scotland.");
    expect(said({ kind: "nation", nameEn: "Wales", nation: "wales" })).toContain("Not known for Wales.");
    for (const area of [
      { kind: "constituency", nation: "scotland" },
      { kind: "icb" },
      { kind: "nation" },
    ] as const)
      expect(said(area)).toBe("");
  });
});
