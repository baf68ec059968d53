import { AREA_KINDS, type AreaKind, NATIONS, type Nation } from "@/domain/areas/area";
import { COMPARABLE_COVERAGE, type Coverage, coverageShare } from "@/domain/areas/coverage";

type Covered = { area: { kind: AreaKind; nation: Nation; nameEn: string }; coverage: Coverage };

/** An area that enough was looked at of: of the places looked at, how many are outsourced. */
export type RankedArea<Row> = Row & { rank: number; outsourced: number };

/** Areas of one kind in one nation. `ranked` is empty unless two of them can be compared. */
export type LikeAreas<Row> = { nation: Nation; kind: AreaKind; all: number; ranked: RankedArea<Row>[] };

/** Can the number of places found be held against that of another area like it? docs/how-we-count.md. */
export function isComparable(coverage: Coverage): boolean {
  const share = coverageShare(coverage);
  return share !== null && share >= COMPARABLE_COVERAGE;
}

/**
 * Areas by the share of their places that are outsourced, each among those of its kind in its nation, because health is
 * devolved and a council is not a health body. Only those that enough was looked at of are put in order; one alone is no order.
 */
export function compareCoverage<Row extends Covered>(rows: readonly Row[]): LikeAreas<Row>[] {
  const groups = new Map<string, LikeAreas<Row> & { enough: Row[] }>();
  for (const row of rows) {
    const { nation, kind } = row.area;
    const group = groups.get(`${nation} ${kind}`) ?? { nation, kind, all: 0, ranked: [], enough: [] };
    groups.set(`${nation} ${kind}`, group);
    group.all += 1;
    if (isComparable(row.coverage)) group.enough.push(row);
  }
  const inOrder = [...groups.values()].sort(
    (a, b) =>
      NATIONS.indexOf(a.nation) - NATIONS.indexOf(b.nation) ||
      AREA_KINDS.indexOf(a.kind) - AREA_KINDS.indexOf(b.kind),
  );
  return inOrder.map(({ enough, ...group }) => ({
    ...group,
    ranked: enough.length > 1 ? ranked(enough) : [],
  }));
}

function ranked<Row extends Covered>(rows: readonly Row[]): RankedArea<Row>[] {
  const withShare = rows.map((row) => {
    const outsourced = row.coverage.lines.reduce((sum, { counts }) => sum + (counts?.outsourced ?? 0), 0);
    return { ...row, outsourced, share: outsourced / row.coverage.checked };
  });
  const sorted = withShare.sort(
    (a, b) => b.share - a.share || a.area.nameEn.localeCompare(b.area.nameEn, "en"),
  );
  return sorted.map((row) => ({
    ...row,
    rank: 1 + sorted.findIndex((other) => other.share === row.share),
  }));
}
