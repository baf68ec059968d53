import { expect, it } from "vitest";
import { dateInWords } from "./in-words";

it.each([
  ["2024-04-18", "en", "18 April 2024"],
  ["2024-04", "en", "April 2024"],
  ["2024", "en", "2024"],
  ["2025-01-01", "en", "1 January 2025"],
  ["2025-12-31", "en", "31 December 2025"],
  ["2024-04-18", "cy", "18 Ebrill 2024"],
] as const)("%s in %s is %s", (date, language, words) => {
  expect(dateInWords(date, language)).toBe(words);
});
