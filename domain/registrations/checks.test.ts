import { expect, it } from "vitest";
import { tallyChecks } from "./checks";

it("counts what was looked at, found, and said the same, by form", () => {
  const tallies = tallyChecks([
    { form: "nhs-body", outcome: "no-page" },
    { form: "partnership", outcome: "agrees" },
    { form: "partnership", outcome: "no-page" },
    { form: "partnership", outcome: "disagrees" },
    { form: "partnership", outcome: "changed" },
  ]);
  expect(tallies.map(({ form }) => form)).toEqual(["partnership", "nhs-body"]);
  expect(tallies[0]).toMatchObject({ looked: 4, found: 3, agrees: 1, changed: 1, disagrees: 1 });
  expect(tallies[0]?.wrong?.low).toBeCloseTo(0.061, 3);
  expect(tallies[0]?.wrong?.high).toBeCloseTo(0.792, 3);
  expect(tallies[1]).toMatchObject({ looked: 1, found: 0, wrong: null });
});
