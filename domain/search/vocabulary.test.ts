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

it("guesses nothing for a word with a figure in it: another code is another thing, not a slip", () => {
  const codes = inOneGo(Vocabulary.make(["e07000036", "e07000028", "e07000026x"], new Set()));
  for (const typed of ["e07000026", "e0700003", "e07000028x"]) expect(codes.like(typed, 10)).toEqual([]);
});

it("compares no more words than it may, those that share most with what was typed first", () => {
  expect(like("carlilse", 1)).toEqual(["carlisle"]);
  expect(like("carlilse", 0)).toEqual([]);
});
