import { expect, test } from "vitest";
import { type Lead, leadsByHealthBody } from "./lead";

const lead = (code: string, healthBody: string | null): Lead => ({
  code,
  name: code,
  place: { slug: code, name: code, nameCy: null },
  constituency: null,
  healthBody: healthBody === null ? null : { slug: healthBody, name: healthBody, nameCy: null },
});

test("leads stand under their boards by name, those without one last, and none is lost", () => {
  const groups = leadsByHealthBody([
    lead("1", "Yonder"),
    lead("2", null),
    lead("3", "Anywhere"),
    lead("4", "Yonder"),
  ]);
  expect(groups.map(({ healthBody, leads }) => [healthBody?.name, leads.map(({ code }) => code)])).toEqual([
    ["Anywhere", ["3"]],
    ["Yonder", ["1", "4"]],
    [undefined, ["2"]],
  ]);
});

test("boards stand by name in whichever order the leads come, those without one last", () => {
  const leads = [lead("1", null), lead("2", "Yonder"), lead("3", "Anywhere")];
  for (const given of [leads, leads.toReversed()])
    expect(leadsByHealthBody(given).map(({ healthBody }) => healthBody?.name ?? null)).toEqual([
      "Anywhere",
      "Yonder",
      null,
    ]);
});
