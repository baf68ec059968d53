import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readRegistrationChecks } from "@/db/reference/registration-checks";
import { CHECKED_FORMS, type CheckTally, tallyChecks } from "@/domain/registrations/checks";
import { sampleRegistrations } from "./sample-registrations";

const sample = sampleRegistrations();
const checks = readRegistrationChecks();
const tallies = tallyChecks(checks);
const of = <T extends { form: string }>(rows: readonly T[], form: string) =>
  rows.filter((one) => one.form === form);

describe("the sample of registrations that is checked by hand", () => {
  it("is 60 of each form, and the three NHS bodies there are", () => {
    expect(CHECKED_FORMS.map((form) => of(sample, form).length)).toEqual([60, 60, 60, 3]);
    expect(new Set(sample.map(({ code }) => code)).size).toBe(sample.length);
    expect(sample.map(({ code }) => code).slice(0, 5)).toEqual([
      "M89003",
      "H83016",
      "E83649",
      "M83139",
      "Y02671",
    ]);
  });

  it("is checked in its order, none left out", () => {
    for (const form of CHECKED_FORMS) {
      const checked = of(checks, form).map(({ code }) => code);
      const drawn = of(sample, form).map(({ code }) => code);
      expect(checked).toEqual(drawn.slice(0, checked.length));
    }
  });

  it("is checked against pages of that registration: its own on the regulator's site, or of its first day or later", () => {
    const undated: string[] = [];
    for (const { code, page } of checks) {
      const drawn = sample.find((one) => one.code === code);
      if (!page || !drawn || page.url.includes(`/${drawn.locationId}/`)) continue;
      if (page.date === null) undated.push(code);
      else expect([code, page.date >= drawn.registeredOn.slice(0, page.date.length)]).toEqual([code, true]);
    }
    // News of how the practice is now run, which says when it was taken over or by whom it is run.
    expect(undated).toEqual(["A82647", "Y05369"]);
  });

  it("names no doctor in an address", () => {
    for (const { page } of checks) expect(page?.url ?? "").not.toMatch(/\bdrs?\b|doctor-[a-z]/i);
  });
});

const LABELS = {
  partnership: "partnership",
  individual: "one person",
  organisation: "organisation",
  "nhs-body": "NHS body",
};
const percent = (share: number) => `${Math.round(share * 100)}%`;

/** As docs/data-sources.md prints it. Of the NHS bodies all were looked at, so that nothing is estimated. */
function rowOf({ form, looked, found, agrees, changed, disagrees, wrong }: CheckTally): string {
  const range =
    wrong && form !== "nhs-body" ? `${percent(wrong.low)} to ${percent(wrong.high)}` : "all were looked at";
  return `| ${LABELS[form]} | ${looked} | ${found} | ${agrees} | ${changed} | ${disagrees} | ${range} |`;
}

it("is what docs/data-sources.md publishes", () => {
  const docs = readFileSync("docs/data-sources.md", "utf8");
  for (const tally of tallies) expect(docs).toContain(rowOf(tally));
});
