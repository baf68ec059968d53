import { describe, expect, it } from "vitest";
import { inOneGo } from "./slices";
import { beginningQuality, Vocabulary } from "./vocabulary";

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

it("is surer of a word the more of it was typed, and surest of all of it", () => {
  expect(beginningQuality(8, 8)).toBe(1);
  expect(beginningQuality(4, 8)).toBeCloseTo(0.7525);
  expect(beginningQuality(2, 8)).toBeCloseTo(0.65125);
});

describe("a guess", () => {
  const towns = inOneGo(Vocabulary.make(["manchester", "basildon", "leeds", "ludlow"], new Set()));
  it.each<[typed: string, word: string | undefined, quality: number | undefined, why: string]>([
    ["mancheser", "manchester", 0.75, "one slip"],
    ["manchesetr", "manchester", 0.75, "two letters swapped are one slip"],
    ["manhceste", "manchester", 0.55, "two slips"],
    ["nanchester", "manchester", 0.65, "one slip, in the first letter"],
    ["amnchester", "manchester", 0.65, "swapped, the first letter too"],
    ["manhce", "manchester", 0.6, "a slip while still typing"],
    ["nanchest", "manchester", 0.5, "a slip in the first letter while still typing"],
    ["manhc", undefined, undefined, "too little of a longer word"],
    ["lede", undefined, undefined, "more slips than a short word is forgiven"],
    ["ledes", "leeds", 0.75, "swapped in a short word"],
    ["elds", "leeds", undefined, "what a short word is not forgiven"],
    ["lee", undefined, undefined, "what begins a word is no guess of three letters"],
    ["ludlo2", undefined, undefined, "a figure"],
  ])("%s: %s, %s: %s", (typed, word, quality) => {
    const [first] = towns.like(typed, 10);
    if (quality === undefined) return expect(first).toBeUndefined();
    expect(towns.words[first?.word ?? -1]).toBe(word);
    expect(first?.quality).toBeCloseTo(quality);
  });
});
