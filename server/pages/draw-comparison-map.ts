import { LRUCache } from "lru-cache";
import { type AreaKind, HEALTH_BODY_KINDS } from "@/domain/areas/area";
import { columnOf, percentRange } from "@/domain/figures/compare-shares";
import type { Range } from "@/domain/figures/ranked-ranges";
import { shadeOfServices, shadeOfWaits } from "@/domain/map/compare-shade";
import type { LikeRow } from "@/domain/pages/comparison-page";
import type { Definition } from "@/domain/providers/legal-form";
import { etagOf } from "@/server/http/etag-of";
import { knownPublication } from "@/server/http/publication";
import { areasPicture } from "@/server/pages/areas-picture";
import { loadComparison } from "@/server/pages/load-comparison";
import { loadLikeRows } from "@/server/pages/load-like-areas";

/** What can be drawn: the share of waits by health body, and services by health body or by council. */
export const COMPARISON_MAPS = {
  waits: HEALTH_BODY_KINDS,
  "services-of-bodies": HEALTH_BODY_KINDS,
  "services-of-councils": ["council"],
} as const satisfies Record<string, readonly AreaKind[]>;
export type ComparisonMap = keyof typeof COMPARISON_MAPS;

type Drawn = { text: string; etag: string; publication: number };
const kept = new LRUCache<string, Drawn>({ max: 24 });

/** Words that go into the picture. A range has one number where both ends read the same. */
export type ComparisonMapWords = {
  title: string;
  waits: (name: string, range: Range) => string;
  services: (name: string, services: number) => string;
  cannotSay: (name: string) => string;
};

/** Areas by what is compared, as a picture of the whole country, kept until the next publication; the page has a table. */
export async function drawComparisonMap(
  map: ComparisonMap,
  definition: Definition,
  words: ComparisonMapWords,
): Promise<Drawn> {
  const publication = knownPublication();
  const key = `${map} ${definition}`;
  const before = kept.get(key);
  if (before?.publication === publication) return before;
  const rows = await loadLikeRows(COMPARISON_MAPS[map], definition);
  const ranges = map === "waits" ? await rangesOfWaits(definition) : new Map<string, Range | null>();
  const shaded = rows.map((row) => {
    const range = ranges.get(row.area.id) ?? null;
    const shade = map === "waits" ? shadeOfWaits(range) : shadeOfServices(row.area.nation, row);
    const isHatched = shade === "cannot-say";
    return { ...row.area, shade, says: says(row, map === "waits" ? range : null, isHatched, words) };
  });
  const text = areasPicture(words.title, shaded);
  const etag = etagOf(text);
  const drawn = { text, etag, publication };
  kept.set(key, drawn);
  return drawn;
}

function says(row: LikeRow, range: Range | null, isHatched: boolean, words: ComparisonMapWords): string {
  if (range) return words.waits(row.name, range);
  return isHatched ? words.cannotSay(row.name) : words.services(row.name, row.services);
}

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
