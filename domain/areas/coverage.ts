import type { Nation } from "@/domain/areas/area";

/** Kinds of place that a register lists, so that we know how many there are. */
export const COVERED_KINDS = ["gp-practice", "hospital", "diagnostic-centre"] as const;
export type CoveredKind = (typeof COVERED_KINDS)[number];

/**
 * Whose registers are loaded, by nation (docs/data-sources.md): the GP register holds England and Wales; the lists of
 * hospitals and of diagnostic centres are English. Where there is none a count of nothing is no answer: we cannot say.
 */
const REGISTERS: Readonly<Record<Nation, ReadonlySet<CoveredKind>>> = {
  england: new Set(COVERED_KINDS),
  wales: new Set(["gp-practice"]),
  scotland: new Set(),
  "northern-ireland": new Set(),
};

export function hasRegisterOf(nation: Nation, kind: CoveredKind): boolean {
  return REGISTERS[nation].has(kind);
}

export function hasRegister(nation: Nation): boolean {
  return REGISTERS[nation].size > 0;
}

/** The kinds of place of which no register is loaded for a nation: of those we cannot say how many there are. */
export function kindsWithoutRegister(nation: Nation): CoveredKind[] {
  return COVERED_KINDS.filter((kind) => !hasRegisterOf(nation, kind));
}

/** How much of one kind of place in an area anybody has looked at. `known` are those a register lists. */
export type CoverageCounts = {
  known: number;
  checked: number;
  /** Run from outside: of a place that is the NHS's own by a register, a service inside is no reason. */
  outsourced: number;
  /** The NHS's own by a register, with at least one service that others run, and with none that we found. */
  nhsWithServices: number;
  nhsNoneFound: number;
};
const NOTHING: CoverageCounts = { known: 0, checked: 0, outsourced: 0, nhsWithServices: 0, nhsNoneFound: 0 };
export type KindCoverage = CoverageCounts & { kind: CoveredKind };

/** As `KindCoverage`, or null where no register of that nation lists such places. */
export type CoverageLine = { kind: CoveredKind; counts: CoverageCounts | null };

/** All that is known of how much was looked at: one line a kind, in a fixed order. */
export type Coverage = CoverageCounts & { lines: CoverageLine[] };

/** @param found the kinds of which the area has any. */
export function coverageOf(nation: Nation, found: readonly KindCoverage[]): Coverage {
  const lines = COVERED_KINDS.map((kind): CoverageLine => {
    const { known, checked, outsourced, nhsWithServices, nhsNoneFound } =
      found.find((line) => line.kind === kind) ?? NOTHING;
    const counts = { known, checked, outsourced, nhsWithServices, nhsNoneFound };
    return { kind, counts: hasRegisterOf(nation, kind) ? counts : null };
  });
  const sum = (count: keyof CoverageCounts) =>
    lines.reduce((total, { counts }) => total + (counts?.[count] ?? 0), 0);
  return {
    lines,
    known: sum("known"),
    checked: sum("checked"),
    outsourced: sum("outsourced"),
    nhsWithServices: sum("nhsWithServices"),
    nhsNoneFound: sum("nhsNoneFound"),
  };
}

/** Below this share of the places that registers list, an area's sentence says how few were looked at. */
export const LOW_COVERAGE = 0.5;
/**
 * Below this share an area is neither ranked nor compared: what differs between two areas of which half was looked at
 * is mostly who looked. docs/how-we-count.md.
 */
export const COMPARABLE_COVERAGE = 0.8;

/** The share that was looked at, 0 to 1; null where the registers list nothing. */
export function coverageShare({ known, checked }: Pick<Coverage, "known" | "checked">): number | null {
  return known === 0 ? null : checked / known;
}

export function isLow(coverage: Pick<Coverage, "known" | "checked">): boolean {
  const share = coverageShare(coverage);
  return share !== null && share < LOW_COVERAGE;
}
