import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { coverageOf } from "@/domain/areas/coverage";
import areas from "@/messages/en/areas.json";
import common from "@/messages/en/common.json";
import counting from "@/messages/en/counting.json";
import { CoverageList } from "./coverage-list";

const area = (kind: "nation" | "icb", nameEn: string) => ({
  id: nameEn,
  kind,
  slug: nameEn.toLowerCase(),
  nameEn,
  nameCy: null,
  nation: "england" as const,
});
const practices = { kind: "gp-practice", known: 40, checked: 12, outsourced: 7 } as const;
const hospitals = { kind: "hospital", known: 1234, checked: 5, outsourced: 3 } as const;

function rows(): string[] {
  const coverage = coverageOf("england", [practices, hospitals]);
  const group = {
    nation: area("nation", "England"),
    hasRegister: true,
    whole: coverage,
    bodies: [{ area: area("icb", "North"), coverage }],
  };
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={{ areas, common, counting }} timeZone="Europe/London">
      <CoverageList group={group} definition="companies-by-type" />
    </NextIntlClientProvider>,
  );
  return [...html.matchAll(/<(?:tr|p)[ >].*?<\/(?:tr|p)>/g)].map(([row]) =>
    row
      .replace(/<[^>]*>/g, " ")
      .replace(/ +/g, " ")
      .trim(),
  );
}

test("gives three numbers for each kind of place and each health body", () => {
  expect(rows()).toEqual([
    "In England we have checked 17 of the 1,274 places on official lists. 10 of these are outsourced, counting companies. At the other 7 places we checked, we count no service.",
    "Kind of place On official lists Checked Outsourced, counting companies",
    "GP practices 40 12 7",
    "Hospitals 1,234 5 3",
    "Diagnostic centres 0 0 0",
    "Board or trust On official lists Checked Outsourced, counting companies Share checked",
    "North 1,274 17 10 1%",
    "Board or trust On official lists Checked Outsourced, counting companies Share checked",
    "North 40 12 7 30%",
    "Board or trust On official lists Checked Outsourced, counting companies Share checked",
    "North 1,234 5 3 0%",
    "Board or trust On official lists Checked Outsourced, counting companies Share checked",
    "North 0 0 0 0%",
  ]);
});
