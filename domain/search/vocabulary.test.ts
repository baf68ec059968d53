import { expect, it } from "vitest";
import { inOneGo } from "./slices";
import { Vocabulary } from "./vocabulary";

const vocabulary = inOneGo(
  Vocabulary.make(["carlton", "carlisle", "car", "cardiff", "leeds", "carl"], new Set(["carl"])),
);
const like = (typed: string, compared: number) =>
  vocabulary.like(typed, compared).map(({ word }) => vocabulary.words[word]);

it("knows which words begin with what was typed, itself first", () => {
  const { from, to } = vocabulary.beginningWith("carl");
  expect(vocabulary.words.slice(from, to)).toEqual(["carl", "carlisle", "carlton"]);
  const none = vocabulary.beginningWith("zz");
  expect(none.from).toBe(none.to);
});

it("guesses slips, but not of words for which nothing is guessed", () => {
  expect(like("carlilse", 10)).toEqual(["carlisle"]);
  expect(like("carll", 10)).not.toContain("carl");
});

it("compares no more words than it may, those that share most with what was typed first", () => {
  expect(like("carlilse", 1)).toEqual(["carlisle"]);
  expect(like("carlilse", 0)).toEqual([]);
});
