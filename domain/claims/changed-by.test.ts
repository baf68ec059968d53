import { describe, expect, test } from "vitest";
import { changedAt, changedByBatch, whatRowsDid } from "./changed-by";
import type { Claim } from "./claim";
import type { ClaimWithFate } from "./record-history";
import { recordedClaim } from "./testing";

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
const said = (id: string, minute: number, given: Partial<ClaimWithFate> = {}): ClaimWithFate => ({
  ...recordedClaim({ id, value: `said in ${id}`, recordedAt: at(minute) }),
  replacedBy: null,
  batchId: null,
  undoneAt: null,
  ...given,
  supersededBy: given.replacedBy ?? null,
});
const area = (id: string, areaId: string, minute: number, given: Partial<ClaimWithFate> = {}) =>
  said(id, minute, { field: "serves-area", value: { areaId }, ...given });
const told = (rows: readonly { before: Claim | null; after: Claim | null }[]) =>
  rows.map(({ before, after }) => [before?.id ?? null, after?.id ?? null]);

describe("what a batch changed", () => {
  const own = { batchId: "change" };
  test.each<[string, ClaimWithFate[], [string | null, string | null][]]>([
    ["what was missing", [said("new", 5, own)], [[null, "new"]]],
    ["what was wrong", [said("old", 0, { replacedBy: "new" }), said("new", 5, own)], [["old", "new"]]],
    [
      "whatever was changed since",
      [
        said("old", 0, { replacedBy: "new" }),
        said("new", 5, { ...own, replacedBy: "later" }),
        said("later", 9),
      ],
      [["old", "new"]],
    ],
    [
      "also where it was taken back",
      [said("old", 0, { replacedBy: "new" }), said("new", 5, { ...own, undoneAt: at(9) })],
      [["old", "new"]],
    ],
    [
      "nothing, where it says the same",
      [said("old", 0), said("new", 5, { ...own, value: "said in old" })],
      [],
    ],
    ["nothing of another batch", [said("old", 0), said("other", 5, { batchId: "another" })], []],
    [
      "one area for another is one row",
      [area("a", "north", 0, { replacedBy: "b" }), area("b", "south", 5, own)],
      [["a", "b"]],
    ],
    ["one area beside another", [area("a", "north", 0), area("b", "south", 5, own)], [[null, "b"]]],
    [
      "one area for two",
      [area("a", "north", 0, { replacedBy: "b" }), area("b", "south", 5, own), area("c", "west", 5, own)],
      [
        ["a", null],
        [null, "b"],
        [null, "c"],
      ],
    ],
  ])("%s", (_, claims, rows) => {
    expect(told(changedByBatch(claims, "change"))).toEqual(rows);
  });

  test("a moment at which a source was dropped changes what only it said", () => {
    const claims = [said("old", 0), said("new", 5, { confirmedOn: "2030-01-01", droppedAt: at(9) })];
    expect(told(changedAt(claims, at(9)))).toEqual([["new", "old"]]);
    expect(told(changedAt(claims, at(20)))).toEqual([]);
  });
});

describe("whether it was added, changed or removed", () => {
  const so = said("a", 0, { value: { commissionerId: "1" } });
  const notSo = said("b", 0, { value: { commissionerId: "1", isSo: false } });
  test.each([
    [[{ before: null, after: so }], "added"],
    [[{ before: notSo, after: so }], "added"],
    [[{ before: so, after: so }], "changed"],
    [[{ before: so, after: notSo }], "removed"],
    [[{ before: null, after: notSo }], "removed"],
    [[{ before: so, after: null }], "removed"],
    [
      [
        { before: so, after: null },
        { before: null, after: so },
      ],
      "changed",
    ],
    [[], null],
  ])("%#: %j", (rows, did) => {
    expect(whatRowsDid(rows)).toBe(did);
  });
});
