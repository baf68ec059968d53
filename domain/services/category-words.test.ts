import { expect, it } from "vitest";
import { plainName } from "@/domain/names/plain-name";
import { isAreaOnly, SERVICE_CATEGORIES } from "./category";
import { CATEGORY_WORDS } from "./category-words";

/** Nobody looks for them by one word: patients call them as many things as there are clinics. */
const WITHOUT_WORDS = ["outpatient-clinic", "childrens-community-health", "other"];

it("every kind of care can be found by a word, but never one that is shown by area only", () => {
  for (const category of SERVICE_CATEGORIES) {
    const words = CATEGORY_WORDS[category] ?? [];
    expect(words.length > 0).toBe(!isAreaOnly(category) && !WITHOUT_WORDS.includes(category));
  }
});

it("a word leads to one kind of care, and is written as it is looked for", () => {
  const all = Object.values(CATEGORY_WORDS).flat();
  expect(new Set(all).size).toBe(all.length);
  for (const words of all) expect(plainName(words)).toBe(words);
});
