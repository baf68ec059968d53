import { type AreaKind, HEALTH_BODY_KINDS, NATIONS, type Nation } from "@/domain/areas/area";
import { type Range, rankedRanges } from "./ranked-ranges";

/** Kinds of area that are held against each other. Constituencies never: each has about a dozen practices. */
export const COMPARED_KINDS = [...HEALTH_BODY_KINDS, "council"] as const satisfies readonly AreaKind[];
export type ComparedKind = (typeof COMPARED_KINDS)[number];

/** Areas are like each other where they are of one kind in one nation: health is devolved, and a council is no board. */
export type Like = { kind: ComparedKind; nation: Nation };

/** What a list of like areas can be in order of. */
export const LIKE_ORDERS = ["services", "practices", "name"] as const;
export type LikeOrder = (typeof LIKE_ORDERS)[number];

/** With fewer GP practices, one more or less would move an area past its neighbours. */
export const ENOUGH_PLACES = 30;

/**
 * What is known of one area: services that run there, and of the GP practices on the official list those that are outsourced
 * and those of which nobody knows. Practices alone: of them there are many in every area, and for nearly all there is an answer.
 */
export type Practices = { practices: number; outsourced: number; notKnown: number };
export type LikeArea = Practices & { name: string; services: number };

/** Null in any other order than by practices, and where no rank can be told. */
export type RankedLike<Row> = Row & { rank: number | null };

/** The share of its practices that are outsourced, 0 to 1: from what is known to what could be. Null where a list has none. */
export function practicesRange({ practices, outsourced, notKnown }: Practices): Range | null {
  if (practices === 0) return null;
  return { low: outsourced / practices, high: (outsourced + notKnown) / practices };
}

/** As `practicesRange`; null too where there are too few to be held against another area's. */
export function comparableRange(practices: Practices): Range | null {
  return practices.practices < ENOUGH_PLACES ? null : practicesRange(practices);
}

/** Like areas in an order. By services it is an order of what is known, which is no rank. */
export function orderLikeAreas<Row extends LikeArea>(
  rows: readonly Row[],
  order: LikeOrder,
): RankedLike<Row>[] {
  const byName = rows.toSorted((a, b) => a.name.localeCompare(b.name, "en"));
  if (order === "name") return byName.map(unranked);
  if (order === "services") return byName.toSorted((a, b) => b.services - a.services).map(unranked);
  const withRange = byName.flatMap((row) => {
    const range = comparableRange(row);
    return range ? [{ row, range }] : [];
  });
  const sorted = withRange.toSorted((a, b) => b.range.low - a.range.low || b.range.high - a.range.high);
  const ranks = rankedRanges(sorted.map(({ range }) => range));
  return [
    ...sorted.map(({ row }, at) => ({ ...row, rank: ranks[at] ?? null })),
    ...byName.filter((row) => comparableRange(row) === null).map(unranked),
  ];
}

function unranked<Row>(row: Row): RankedLike<Row> {
  return { ...row, rank: null };
}

/** The address of a list of like areas. The first order is the one without a word. */
export function likePath({ kind, nation }: Like, order: LikeOrder = LIKE_ORDERS[0]): string {
  return `/areas/compare/services/${kind}-in-${nation}${order === LIKE_ORDERS[0] ? "" : `-by-${order}`}`;
}

/** What the last part of such an address says; null for any other. Those of before end in "-by-places". */
export function readLike(address: string): (Like & { order: LikeOrder }) | null {
  const text = address.replace(/-by-places$/, "-by-practices");
  for (const kind of COMPARED_KINDS)
    for (const nation of NATIONS)
      for (const order of LIKE_ORDERS)
        if (likePath({ kind, nation }, order).endsWith(`/${text}`)) return { kind, nation, order };
  return null;
}
