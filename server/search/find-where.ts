import { nearPath } from "@/domain/look-up/found-unit";
import { searchWords, tellingWords, wordsOfName } from "@/domain/search/normalise";
import type { FoundName } from "@/domain/search/results";
import { districtPoints } from "@/server/reference/district-points";
import { describeStatic, namesOf, type StaticName, staticNames } from "./static-names";

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
 * What these words are all of the name of, what people most likely mean first; where nothing is, what they name in full beside where
 * it lies or what it is: Ashford for "ashford kent", Hackney for "hackney council".
 */
export function placesCalled(words: readonly string[]): StaticName[] {
  const found = staticNames()
    .index.search(words.join(" "), OF_ONE_NAME, "strict")
    .sort((a, b) => b.score - a.score);
  const whole = found.filter((one) => one.whole);
  const typed = new Set(words);
  const meant = whole.length > 0 ? whole : found.filter(({ item }) => isNamedIn(item, typed));
  return meant.map(({ item }) => item);
}

function isNamedIn(item: StaticName, typed: ReadonlySet<string>): boolean {
  return namesOf(item).some((name) => tellingWords(wordsOfName(name)).every((word) => typed.has(word)));
}

/**
 * The place at the end of a text of which we know nothing else: York for "dentist near york", what is near CA2 for "dentist ca2".
 * What people most likely mean first.
 */
export function findWhere(query: string): FoundName[] {
  const words = searchWords(query);
  const outcode = districtCalled(words.slice(-1));
  if (outcode !== null) return [{ kind: "district", name: outcode, nameCy: null, path: nearPath(outcode) }];
  const place = words.slice(words.findLastIndex((word) => BEFORE_A_PLACE.has(word)) + 1);
  if (place.length === words.length || place.length === 0) return [];
  return placesCalled(place).map(describeStatic);
}
