import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { coverageOf } from "@/domain/areas/coverage";
import type { RegisteredCount } from "@/domain/registrations/registered";
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
const practices = {
  kind: "gp-practice",
  listOn: "2024-10-16",
  known: 40,
  checked: 12,
  confirmed: 5,
  ownersNotChecked: 1,
  outsourced: 7,
  nhsWithServices: 0,
  nhsNoneFound: 0,
} as const;
const hospitals = {
  kind: "hospital",
  listOn: "2020-11-01",
  known: 1234,
  checked: 5,
  confirmed: 0,
  ownersNotChecked: 0,
  outsourced: 1,
  nhsWithServices: 2,
  nhsNoneFound: 1,
} as const;

function rows(registered: readonly RegisteredCount[] = []): string[] {
  const coverage = coverageOf("england", [practices, hospitals]);
  const group = {
    nation: area("nation", "England"),
    hasRegister: true,
    whole: coverage,
    bodies: [{ area: area("icb", "North"), coverage }],
    registered,
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

test("gives how many there are, how recently each was confirmed, and who runs them, for each kind of place and each health body", () => {
  expect(rows()).toEqual([
    "In England we have an answer for 17 of the 1,274 places on official lists. 8 of these are run from outside the NHS, counting companies; 2 are NHS hospitals with at least one service run from outside; at 1 NHS hospital we found none. At the other 6 places with an answer, we count no service.",
    "Kind of place On official lists Confirmed in the last 12 months From an older list or source No answer Run from outside the NHS, counting companies NHS, with services run from outside, counting companies NHS, none found",
    "GP practices 40 5 7 28 7 0 0",
    "Hospitals 1,234 0 5 1,229 1 2 1",
    "Diagnostic centres 0 0 0 0 0 0 0",
    "Most older answers are from official lists: the regulator’s list of GP practices, copy of October 2024; the NHS list of hospitals of November 2020.",
    "Board or trust On official lists With an answer Run from outside the NHS, counting companies NHS, with services run from outside, counting companies NHS, none found Share answered",
    "North 1,274 17 8 2 1 1%",
    "Board or trust On official lists With an answer Run from outside the NHS, counting companies NHS, with services run from outside, counting companies NHS, none found Share answered",
    "North 40 12 7 0 0 30%",
    "Board or trust On official lists With an answer Run from outside the NHS, counting companies NHS, with services run from outside, counting companies NHS, none found Share answered",
    "North 1,234 5 1 2 1 0%",
    "Board or trust On official lists With an answer Run from outside the NHS, counting companies NHS, with services run from outside, counting companies NHS, none found Share answered",
    "North 0 0 0 0 0 0%",
  ]);
});

test("says what the regulator's register has of the practices, with its day, by kind", () => {
  const on = "2024-10-16";
  const shown = rows([
    { kind: "partnership", practices: 30, confirmedOn: on },
    { kind: "others", practices: 2, confirmedOn: "2024-10-01" },
    { kind: "doubt", practices: 1, confirmedOn: on },
  ]);
  expect(shown).toContain(
    "The list of the Care Quality Commission (copy of October 2024) has 33 GP practices of the 40 in England. It shows the type of organisation that is registered, not who owns it. We count as services only those run by organisations outside the NHS whose type (company, charity and so on) a source gives.",
  );
  const at = shown.indexOf("Registered to Practices");
  expect(shown.slice(at + 1, at + 4)).toEqual([
    "An organisation outside the NHS 2",
    "A partnership: partners not checked 30",
    "Not certain: needs checking 1",
  ]);
});
