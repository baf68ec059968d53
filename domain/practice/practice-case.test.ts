import { expect, it } from "vitest";
import { keysOf } from "@/domain/lists/keys-of";
import moderation from "@/messages/en/moderation.json";
import { PRACTICE_ANSWERS, PRACTICE_CASES, practiceSchema } from "./practice-case";

const faults = (given: Record<string, string>) =>
  practiceSchema.safeParse(given).error?.issues.map(({ path, message }) => [path[0], message]) ?? [];

it("there are ten, and every answer is right of one of them", () => {
  expect(keysOf(PRACTICE_CASES)).toHaveLength(10);
  expect(new Set(Object.values(PRACTICE_CASES))).toEqual(new Set(PRACTICE_ANSWERS));
});

it("the right answers pass", () => {
  expect(faults(PRACTICE_CASES)).toEqual([]);
});

it.each(keysOf(PRACTICE_CASES))("%s, answered in every other way, is missed and says why", (name) => {
  for (const answer of PRACTICE_ANSWERS.filter((other) => other !== PRACTICE_CASES[name]))
    expect(faults({ ...PRACTICE_CASES, [name]: answer })).toEqual([[name, `missed-${name}`]]);
  expect(moderation.errors[`missed-${name}`].length).toBeGreaterThan(60);
  expect(faults({ ...PRACTICE_CASES, [name]: "" })).toEqual([[name, "practice-needed"]]);
});
