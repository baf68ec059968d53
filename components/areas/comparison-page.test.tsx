import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { compareCoverage } from "@/domain/areas/compare-coverage";
import { coverageOf } from "@/domain/areas/coverage";
import { COMPARE_ORDERS, type CompareOrder, compareShares } from "@/domain/figures/compare-shares";
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

function shown(order: CompareOrder, definition: Definition = "outside-the-nhs", checked = 1): string {
  const healthBodies = Object.entries(paid).map(([name, own]) => ({
    name,
    area: area(name),
    share: shareOfCare(own, definition),
  }));
  const places = [area("North"), area("South"), area("Fife", "scotland")].map((one) => ({
    area: one,
    coverage: coverageOf(one.nation, [{ kind: "gp-practice", known: 10, checked, outsourced: 1 }]),
  }));
  const page = {
    month: "2026-04",
    england: shareOfCare(Object.values(paid).flat(), definition),
    unknownCarers: [],
    healthBodies: compareShares(healthBodies, order),
    places: compareCoverage(places),
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

it("ranks no area by what was found while too little was looked at, and says why; with enough it does", () => {
  const little = shown("all");
  expect(little).toContain("Integrated care boards in England: 2. We have checked too few of their places.");
  expect(little).toContain("Scotland: not known, as we have no official list yet.");
  expect(little).not.toContain("places checked are outsourced");
  const enough = shown("all", "outside-the-nhs", 8);
  expect(enough).toContain("1 of 8 places checked are outsourced");
  expect(enough).not.toContain("Integrated care boards in England: 2. We have checked too few");
});
