import fc from "fast-check";
import { expect, it } from "vitest";
import {
  isKeptItem,
  KEPT_FOR_VISITORS,
  KEPT_HOURS,
  type KeptText,
  keptItemName,
  readKeptText,
} from "./kept-text";

const day = KEPT_HOURS * 3_600_000;
const kept: KeptText = {
  at: 1_000,
  submissionKey: "",
  values: { reason: ["Two\nlines"], leaveOut: ["0", "2"] },
};

it("gives back what was kept, whatever it says", () => {
  const texts = fc.dictionary(fc.string(), fc.array(fc.string()), { noNullPrototype: true });
  fc.assert(
    fc.property(texts, fc.string(), (values, submissionKey) => {
      const text = { at: 1_000, submissionKey, values };
      expect(readKeptText(JSON.stringify(text), 1_000)).toEqual(JSON.parse(JSON.stringify(text)));
    }),
  );
});

it("keeps nothing for longer than the privacy page says, and nothing from a clock that was wrong", () => {
  const stored = JSON.stringify(kept);
  expect(readKeptText(stored, 1_000 + day)).toEqual(kept);
  expect(readKeptText(stored, 1_001 + day)).toBeNull();
  expect(readKeptText(stored, 999)).toBeNull();
});

it("takes nothing that it did not write", () => {
  for (const stored of [
    null,
    "",
    "{",
    "null",
    "[]",
    '"text"',
    "{}",
    '{"at":1,"submissionKey":"","values":[]}',
  ])
    expect(readKeptText(stored, 1_000)).toBeNull();
  const odd = { ...kept, values: { ...kept.values, a: "text", b: [1], c: null } };
  expect(readKeptText(JSON.stringify(odd), 1_000)).toEqual(kept);
});

it("knows its own names", () => {
  expect(isKeptItem(keptItemName(KEPT_FOR_VISITORS, "/reports/new"))).toBe(true);
  expect(isKeptItem("somebody-elses")).toBe(false);
});
