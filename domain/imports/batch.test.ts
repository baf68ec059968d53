import { expect, test } from "vitest";
import { doubtsOfEdition } from "./batch";

const held = { edition: "2026-08", places: 1000 };
const codes = (edition: string, places: number, inForce: Parameters<typeof doubtsOfEdition>[1] = held) =>
  doubtsOfEdition({ edition, places }, inForce).map(({ code }) => code);

test("a file with fewer than four in five of the entries that are here looks cut; one with just four in five does not", () => {
  expect(codes("2026-09", 799)).toEqual(["edition-short"]);
  expect(codes("2026-09", 800)).toEqual([]);
  expect(codes("2026-09", 5000)).toEqual([]);
  expect(codes("2026-09", 0)).toEqual(["edition-short"]);
});

test("the same edition again is not older than itself; the month before is", () => {
  expect(codes("2026-08", 1000)).toEqual([]);
  expect(codes("2026-07", 1000)).toEqual(["edition-older"]);
  // A year or a month begins on its first day.
  expect(codes("2026", 1000)).toEqual(["edition-older"]);
  expect(codes("2026-08-01", 1000)).toEqual([]);
});

test("where nothing is here yet, nothing looks old or cut", () => {
  expect(codes("1999", 0, { edition: null, places: 0 })).toEqual([]);
  expect(codes("2026", 1, { edition: null, places: 0 })).toEqual([]);
});

test("both doubts are said with what was brought and what is here, in the words of the file's kind", () => {
  expect(doubtsOfEdition({ edition: "2026-07", places: 10 }, held, "extract-short")).toEqual([
    { code: "edition-older", given: "2026-07", held: "2026-08" },
    { code: "extract-short", given: "10", held: "1000" },
  ]);
});
