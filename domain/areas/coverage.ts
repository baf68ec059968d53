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

/** How much of one kind of place in an area is answered. `known` are those a register lists; those without an answer are the rest. */
export type CoverageCounts = {
  known: number;
  /** With an answer: somebody looked, or an official list says whose it is or who is registered there. */
  checked: number;
  /** Of these, those of which a source of the last twelve months says it; the others rest on an older list or source. */
  confirmed: number;
  /** Registered to an organisation of which no source says who owns it: answered, and it may be outsourced or not. */
  ownersNotChecked: number;
  /** Run from outside: of a place that is the NHS's own by a register, a service inside is no reason. */
  outsourced: number;
  /** The NHS's own by a register, with at least one service that others run, and with none that we found. */
  nhsWithServices: number;
  nhsNoneFound: number;
};
const COUNTS = [
  "known",
  "checked",
  "confirmed",
  "ownersNotChecked",
  "outsourced",
  "nhsWithServices",
  "nhsNoneFound",
] as const satisfies readonly (keyof CoverageCounts)[];

/** `listOn`: the day of which the newest official list speaks that answers any of them, ISO; null where none does. */
type OfAKind = { kind: CoveredKind; listOn: string | null };
export type KindCoverage = CoverageCounts & OfAKind;

/** As `KindCoverage`, or null where no register of that nation lists such places. */
export type CoverageLine = OfAKind & { counts: CoverageCounts | null };

/** All that is known of how much was looked at: one line a kind, in a fixed order. */
export type Coverage = CoverageCounts & { lines: CoverageLine[] };

/** @param found the kinds of which the area has any. */
export function coverageOf(nation: Nation, found: readonly KindCoverage[]): Coverage {
  const lines = COVERED_KINDS.map((kind): CoverageLine => {
    const line = found.find((candidate) => candidate.kind === kind);
    const counts = countsOf((count) => line?.[count] ?? 0);
    return { kind, listOn: line?.listOn ?? null, counts: hasRegisterOf(nation, kind) ? counts : null };
  });
  return {
    lines,
    ...countsOf((count) => lines.reduce((total, { counts }) => total + (counts?.[count] ?? 0), 0)),
  };
}

function countsOf(of: (count: keyof CoverageCounts) => number): CoverageCounts {
  return Object.fromEntries(COUNTS.map((count) => [count, of(count)])) as CoverageCounts;
}

/** Of how many places it is not known whether they are outsourced: those without an answer, and those of organisations whose owners nobody has checked. */
export function openOf({
  known,
  checked,
  ownersNotChecked,
}: Pick<CoverageCounts, "known" | "checked" | "ownersNotChecked">): number {
  return known - checked + ownersNotChecked;
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
