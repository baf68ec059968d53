import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import {
  COMPARE_ORDERS,
  type CompareOrder,
  compareShares,
  notKnownOf,
} from "@/domain/figures/compare-shares";
import { shareOfCare } from "@/domain/figures/share-of-care";
import type { AreaSummary } from "@/domain/pages/area-page";
import type { Definition } from "@/domain/providers/legal-form";
import areas from "@/messages/en/areas.json";
import common from "@/messages/en/common.json";
import counting from "@/messages/en/counting.json";
import words from "@/messages/en/share-of-care.json";
import { ComparisonPage } from "./comparison-page";

const area = (nameEn: string, nation: AreaSummary["nation"] = "england"): AreaSummary => ({
  id: nameEn,
  kind: nation === "england" ? "icb" : "health-board",
  slug: nameEn.toLowerCase(),
  nameEn,
  nameCy: null,
  nation,
});
const cells = (nhs: number, company: number, charity: number) => [
  { kind: "nhs-trust" as const, function: "C_130", admitted: nhs, nonAdmitted: 2 * nhs },
  { kind: "company" as const, function: "C_130", admitted: company, nonAdmitted: 0 },
  { kind: "charity" as const, function: "C_130", admitted: charity, nonAdmitted: 0 },
];
const paid = { North: cells(6000, 3000, 1000), South: cells(9000, 1000, 0), Tiny: cells(10, 10, 0) };

type Cells = ReturnType<typeof cells>;
const unknown = (admitted: number) => ({
  kind: "unknown" as const,
  function: "C_130",
  admitted,
  nonAdmitted: 0,
});

function shown(
  order: CompareOrder,
  definition: Definition = "outside-the-nhs",
  more: Record<string, ReturnType<typeof unknown>> = {},
): string {
  const all: [string, (Cells[number] | ReturnType<typeof unknown>)[]][] = Object.entries(paid).map(
    ([name, own]) => [name, more[name] ? [...own, more[name]] : own],
  );
  const healthBodies = all.map(([name, own]) => ({
    name,
    area: area(name),
    share: shareOfCare(own, definition),
    notKnown: notKnownOf(own, definition),
    main: name === "North" ? { slug: "gnu", name: "Gnu Care", atLeast: 0.419 } : null,
  }));
  const whole = all.flatMap(([, own]) => own);
  const page = {
    month: "2026-04",
    england: shareOfCare(whole, definition),
    englandNotKnown: notKnownOf(whole, definition),
    unknownCarers: [],
    healthBodies: compareShares(healthBodies, order),
    lists: [
      { kind: "icb" as const, nation: "england" as const, areas: 42 },
      { kind: "council" as const, nation: "wales" as const, areas: 22 },
    ],
  };
  const html = renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en"
      messages={{ areas, common, counting, "share-of-care": words }}
      timeZone="Europe/London"
    >
      <ComparisonPage page={page} definition={definition} order={order} />
    </NextIntlClientProvider>,
  );
  return html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}

it.each(COMPARE_ORDERS)(
  "has words for everything in the order of %s, and a link to each other order",
  (order) => {
    expect(shown(order)).not.toMatch(/share-of-care\.|areas\.|\{/);
  },
);

it("says the largest and the smallest share beside England's, of what it counts", () => {
  expect(shown("all")).toContain(
    "Of consultant-led waits that ended in April 2026, the share with organisations outside the NHS was largest for patients of North (18.2%) and smallest for patients of South (3.6%). For all England it was 10.0%.",
  );
  expect(shown("non-admitted", "companies-by-type")).toContain(
    "ended in April 2026 as outpatients, the share with organisations outside the NHS (counting companies) was",
  );
});

it("lists a board with too little treatment as not enough to compare, with the reason", () => {
  expect(shown("all")).toContain(
    "Not enough to compare: Tiny. Fewer than 1,000 of these waits ended for their patients in the month",
  );
});

it("says a range where a type is not known, and names no largest where the ranges meet", () => {
  const html = shown("all", "outside-the-nhs", { South: unknown(8000) });
  expect(html).toContain("2.8% to 25.0%");
  expect(html).toContain("for patients of the lowest of England’s boards");
  expect(html).not.toContain("was largest for");
  expect(html).toContain("too close to rank");
  expect(html).not.toContain("level");
});

it("names the organisation with a third of a board's share or more, as a lower bound", () => {
  expect(shown("all")).toContain("Gnu Care: at least 41% of these");
  expect(shown("all").match(/Gnu Care/g)).toHaveLength(1);
});

it("leads to the lists of like areas, and says why constituencies are never ranked", () => {
  const html = shown("name");
  expect(html).toContain("Integrated care boards in England (42)");
  expect(html).toContain("Councils in Wales (22)");
  expect(html).toContain("We never rank constituencies");
});
