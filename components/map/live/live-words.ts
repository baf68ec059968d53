import { COUNTED_FILTERS, type MapOutlines, type MapSort } from "@/domain/map/map-address";

/** The words that stand beside a map before it is drawn. Those of its cards come with its settings where the page is not the map's. */
export const FRAME_WORD_KEYS = ["next", "previous", "viewList", "waiting", "loading", "failed"] as const;
export type FrameWords = Record<(typeof FRAME_WORD_KEYS)[number], string>;

/** The words of a map and its cards, of the catalogue `map.page`; numbers and names stand as "{count}". */
export const CARD_WORD_KEYS = [
  ...FRAME_WORD_KEYS,
  "inView1",
  "inView",
  "noneInView",
  "startedOn",
  "startUnknown",
  "source",
  "workedOut",
  "confirmed",
  "neverConfirmed",
  "runBy",
  "exactPlace",
  "approximatePlace",
  "planned",
  "ended",
  "noLongerListed",
  "littleActivity",
  "mayHaveEnded",
  "disputed",
  "here",
  "close",
  "sheetMore",
  "sheetLess",
  "reportPin",
] as const;
export type CardWords = Record<(typeof CARD_WORD_KEYS)[number], string>;

/** What a card is written with: its words, and kinds of care in words. */
export type CardWriting = { words: CardWords; care: Readonly<Record<string, string>> };

/** Those, and the words of the list and the filters beside the map of everything. */
export const LIVE_WORD_KEYS = [
  ...CARD_WORD_KEYS,
  "filters",
  "apply",
  "clear",
  "search",
  "searchHint",
  "all",
  ...COUNTED_FILTERS,
  "where",
  "whereHint",
  "whereSeveral",
  "whereLike",
  "whereNone",
  "areas",
  "areas1",
  "areasMany",
  "exactYes",
  "exactNo",
  "sort",
  "sortNear",
  "sortName",
  "sortPlace",
  "sortProvider",
  "sortConfirmed",
  "match1",
  "match",
  "none",
  "more",
  "outlines",
  "outlinesNone",
  "outlinesConstituency",
  "outlinesCouncil",
  "outlinesHealth",
  "showOnMap",
  "viewMap",
  "nextPage",
  "previousPage",
  "skip",
  "postcode",
  "noSuchArea",
  "noSuchProvider",
  "noSuchPayer",
  "withoutFilter",
  "reportHere",
] as const;
export type LiveWords = Record<(typeof LIVE_WORD_KEYS)[number], string>;

/** Puts values into words that the browser has: "{count} services match". */
export function fill(words: string, values: Record<string, string | number>): string {
  return words.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}

/** The one of two sentences that fits a number. */
export function countWords(count: number, one: string, other: string): string {
  return count === 1 ? one : fill(other, { count: count.toLocaleString("en-GB") });
}

/** What is said of a filter on something that nobody knows. */
export const NO_SUCH_WORDS = {
  area: "noSuchArea",
  provider: "noSuchProvider",
  pays: "noSuchPayer",
} as const satisfies Record<string, keyof LiveWords>;

/** The lines that can be drawn, with their words. */
export const OUTLINE_WORDS = {
  constituency: "outlinesConstituency",
  council: "outlinesCouncil",
  health: "outlinesHealth",
} as const satisfies Record<MapOutlines, keyof LiveWords>;

/**
 * The ways to sort that can be chosen. Without a middle the usual order is by town, so it is called that, and nothing is said to be
 * the nearest to anything.
 * @param hasMiddle whether the address says where to look, or a map is drawn.
 */
export function sortChoices(
  sort: MapSort,
  hasMiddle: boolean,
): readonly (readonly [MapSort, keyof LiveWords])[] {
  if (hasMiddle) return SORT_WORDS;
  const others = SORT_WORDS.filter(([value]) => value !== "near" && value !== "place");
  return [[sort === "place" ? sort : "near", "sortPlace"], ...others];
}

/** The ways to sort, in the order of the list, with their words. */
const SORT_WORDS = [
  ["near", "sortNear"],
  ["name", "sortName"],
  ["place", "sortPlace"],
  ["provider", "sortProvider"],
  ["confirmed", "sortConfirmed"],
] as const;
