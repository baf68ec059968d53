import { LRUCache } from "lru-cache";
import { type AreaKind, HEALTH_BODY_KINDS, type Nation } from "@/domain/areas/area";
import { type Practices, practicesRange } from "@/domain/figures/compare-services";
import { columnOf, percentRange } from "@/domain/figures/compare-shares";
import type { Range } from "@/domain/figures/ranked-ranges";
import { shadeOfRange } from "@/domain/map/compare-shade";
import type { LikeRow } from "@/domain/pages/comparison-page";
import type { Definition } from "@/domain/providers/legal-form";
import { etagOf } from "@/server/http/etag-of";
import { knownPublication } from "@/server/http/publication";
import { areasPicture } from "@/server/pages/areas-picture";
import { loadComparison } from "@/server/pages/load-comparison";
import { loadLikeRows } from "@/server/pages/load-like-areas";

/** What can be drawn: the share of waits by health body, and of GP practices by health body or by council. */
export const COMPARISON_MAPS = {
  waits: HEALTH_BODY_KINDS,
  "practices-of-bodies": HEALTH_BODY_KINDS,
  "practices-of-councils": ["council"],
} as const satisfies Record<string, readonly AreaKind[]>;
export type ComparisonMap = keyof typeof COMPARISON_MAPS;

type Drawn = { text: string; etag: string; publication: number };
const kept = new LRUCache<string, Drawn>({ max: 48 });

/** Words that go into the picture. A range has one number where both ends read the same. */
export type ComparisonMapWords = {
  title: string;
  waits: (name: string, range: Range) => string;
  practices: (name: string, practices: Practices) => string;
  cannotSay: (name: string) => string;
};

/**
 * Like areas of one nation by what is compared, as a picture, kept until the next publication; the page has a table. The shades are
 * shares and not numbers, of which a large area has more; an area whose share could be in either of two steps is hatched.
 */
export async function drawComparisonMap(
  map: ComparisonMap,
  nation: Nation,
  definition: Definition,
  words: ComparisonMapWords,
): Promise<Drawn> {
  const publication = knownPublication();
  const key = `${map} ${nation} ${definition}`;
  const before = kept.get(key);
  if (before?.publication === publication) return before;
  const rows = await loadLikeRows(COMPARISON_MAPS[map], definition);
  const like = rows.filter(({ area }) => area.nation === nation);
  const waits = map === "waits" ? await rangesOfWaits(definition) : null;
  const says = (row: LikeRow, range: Range | null) => {
    if (range === null) return words.cannotSay(row.name);
    return waits ? words.waits(row.name, range) : words.practices(row.name, row);
  };
  const shaded = like.map((row) => {
    const range = waits ? (waits.get(row.area.id) ?? null) : inHundred(practicesRange(row));
    const shade = shadeOfRange(range, waits ? "waits" : "practices");
    return { ...row.area, shade, says: says(row, range) };
  });
  const text = areasPicture(words.title, shaded, "nation");
  const etag = etagOf(text);
  const drawn = { text, etag, publication };
  kept.set(key, drawn);
  return drawn;
}

const inHundred = (range: Range | null): Range | null =>
  range && { low: 100 * range.low, high: 100 * range.high };

async function rangesOfWaits(definition: Definition): Promise<Map<string, Range | null>> {
  const { healthBodies } = await loadComparison(definition, "all");
  const column = columnOf("all");
  return new Map(
    healthBodies.ranked.map(({ area, share, notKnown }) => [
      area.id,
      percentRange(share[column], notKnown[column]),
    ]),
  );
}
