import { describe, expect, it } from "vitest";
import type { AreaKind, Nation } from "./area";
import { compareCoverage, isComparable } from "./compare-coverage";
import { COMPARABLE_COVERAGE, coverageOf } from "./coverage";

const area = (
  nameEn: string,
  [known, checked, outsourced]: [number, number, number],
  [nation, kind]: [Nation, AreaKind] = ["england", "council"],
) => ({
  area: { nameEn, nation, kind },
  coverage: coverageOf(nation, [{ kind: "gp-practice", known, checked, outsourced }]),
});
const names = (rows: readonly { rank: number; area: { nameEn: string } }[]) =>
  rows.map(({ rank, area: { nameEn } }) => `${rank} ${nameEn}`);

describe("ranking areas by what was found in them", () => {
  it("is suppressed below the threshold: an area of which little was looked at has no rank, whatever was found", () => {
    const [england] = compareCoverage([area("Looked", [10, 10, 1]), area("Hardly", [100, 79, 79])]);
    expect(england).toMatchObject({ all: 2, ranked: [] });
  });

  it("is of those that reach it, by the share that is outsourced of what was looked at", () => {
    const [england] = compareCoverage([
      area("Few", [10, 8, 1]),
      area("Many", [10, 10, 5]),
      area("Same", [16, 16, 2]),
      area("Not looked at", [10, 1, 1]),
    ]);
    expect(names(england?.ranked ?? [])).toEqual(["1 Many", "2 Few", "2 Same"]);
    expect(england?.all).toBe(4);
  });

  it("compares an area with its like alone: same nation, same kind", () => {
    const groups = compareCoverage([
      area("A", [10, 10, 1]),
      area("B", [10, 10, 1], ["wales", "council"]),
      area("C", [10, 10, 1], ["england", "icb"]),
    ]);
    expect(groups.map(({ nation, kind, ranked }) => [nation, kind, ranked.length])).toEqual([
      ["england", "council", 0],
      ["england", "icb", 0],
      ["wales", "council", 0],
    ]);
  });

  it("never has an area without a register", () => {
    const scottish = area("Fife", [0, 0, 0], ["scotland", "council"]);
    expect(isComparable(scottish.coverage)).toBe(false);
  });

  it.each([
    [79, false],
    [100 * COMPARABLE_COVERAGE, true],
  ])("%i of 100 looked at: %s", (checked, expected) => {
    expect(isComparable(area("A", [100, checked, 0]).coverage)).toBe(expected);
  });
});
