import { nearPath } from "@/domain/look-up/found-unit";
import { searchWords } from "@/domain/search/normalise";
import type { FoundName } from "@/domain/search/results";
import { districtPoints } from "@/server/reference/district-points";
import { describeStatic, staticNames } from "./static-names";

/** What stands in front of a place: "dentist near york". */
const BEFORE_A_PLACE = new Set(["around", "at", "by", "in", "near", "nearby"]);
const OUTWARD_CODE = /^[a-z]{1,2}\d[a-z\d]?$/;
/** "Newport" is several. */
const OF_ONE_NAME = 5;

/** The outward code that these words are, where it is that of a district: "ca2" is CA2. */
export function districtCalled(words: readonly string[]): string | null {
  const [word = "", ...more] = words;
  if (more.length > 0 || !OUTWARD_CODE.test(word)) return null;
  const outcode = word.toUpperCase();
  return districtPoints(outcode).length > 0 ? outcode : null;
}

/**
 * The place at the end of a text of which we know nothing else: York for "dentist near york", what is near CA2 for "dentist ca2".
 * Whole names only, what people most likely mean first.
 */
export function findWhere(query: string): FoundName[] {
  const words = searchWords(query);
  const outcode = districtCalled(words.slice(-1));
  if (outcode !== null) return [{ kind: "district", name: outcode, nameCy: null, path: nearPath(outcode) }];
  const place = words.slice(words.findLastIndex((word) => BEFORE_A_PLACE.has(word)) + 1);
  if (place.length === words.length || place.length === 0) return [];
  return staticNames()
    .index.search(place.join(" "), OF_ONE_NAME, "strict")
    .filter(({ whole }) => whole)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => describeStatic(item));
}
