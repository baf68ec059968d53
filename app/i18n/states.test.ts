import { expect, test } from "vitest";
import { english } from "@/app/i18n/catalogue";

/** The word of each state of a service, as its own page and the tables have it (`docs/words.md`). */
const { status, badge } = english.services;
const { map } = english;

test.each([
  ["running", status.operating, [map.legendOperating]],
  ["planned", status.planned, [badge.planned, map.page.planned, map.legendPlanned]],
  ["ended", status.ended, [badge.ended, map.page.ended, map.legendEnded]],
  ["may have ended", badge.mayHaveEnded, [map.page.mayHaveEnded]],
  ["no longer listed", badge.noLongerListed, [map.page.noLongerListed]],
  ["little or no activity", "Little or no activity", [badge.littleActivity, map.page.littleActivity]],
  ["disputed", badge.disputed, [map.page.disputed]],
])(
  "a service that is %s is called one thing in tables, filters, cards, keys and files",
  (_, word, others) => {
    for (const other of others) expect(other.startsWith(word), other).toBe(true);
  },
);

test("no filter or key has a word of its own for a service that runs", () => {
  expect(Object.keys(map.page)).not.toContain("operating");
});
