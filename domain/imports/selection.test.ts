import fc from "fast-check";
import { expect, test } from "vitest";
import {
  APPROVAL_RULES,
  approvalOf,
  readApproval,
  type SelectableRow,
  sampleOf,
  sampleSeed,
  selectRows,
} from "./selection";

const row = (number: number, given: Partial<SelectableRow> = {}): SelectableRow => ({
  number,
  outcome: "new",
  warnings: [],
  decision: null,
  ...given,
});
const rows = [
  row(2),
  row(3, { outcome: "changed" }),
  row(4, { warnings: ["x"] }),
  row(5, { outcome: "refused" }),
  row(6, { outcome: "unchanged" }),
  row(7, { decision: "skip" }),
  row(8, { outcome: "ended", warnings: ["x"] }),
];

test.each([
  ["all", [2, 3, 4, 8]],
  ["sample", [2, 3, 4, 8]],
  ["only-new", [2, 4]],
  ["without-warnings", [2, 3]],
] as const)("the rule %s takes rows that nobody refused or left out", (rule, numbers) => {
  expect(selectRows(rows, rule).map(({ number }) => number)).toEqual(numbers);
});

test("a sample is the same for everybody, another for another import, and of open rows only", () => {
  const many = Array.from({ length: 200 }, (_, index) => row(index + 2));
  expect(sampleOf(many, "a")).toEqual(sampleOf(many, "a"));
  expect(sampleOf(many, "a")).not.toEqual(sampleOf(many, "b"));
  expect(sampleOf(rows, "a").sort()).toEqual([2, 3, 4, 8]);
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 0, max: 40 }), (seed, size) => {
      const sample = sampleOf(many.slice(0, size), seed);
      expect(new Set(sample).size).toBe(Math.min(12, size));
      expect(sample.every((number) => number >= 2 && number < size + 2)).toBe(true);
    }),
  );
});

test("a sample is chosen by what was drawn at submission, not by what its importer knew before", () => {
  const known = { id: "a", contentHash: "b" };
  expect(sampleSeed({ ...known, sampleSeed: "drawn" })).toBe("drawn");
  expect(sampleSeed({ ...known, sampleSeed: null })).toBe("a b");
});

test("how an import was approved is read as it was kept, and what nobody kept is no rule", () => {
  for (const rule of APPROVAL_RULES) expect(readApproval(approvalOf(rule, []))).toEqual({ rule, rows: "" });
  expect(readApproval(approvalOf("sample", [2, 5]))).toEqual({ rule: "sample", rows: "2, 5" });
  expect(readApproval("as shipped").rule).toBeNull();
});
