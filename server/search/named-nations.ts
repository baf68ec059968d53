import { NATIONS, type Nation } from "@/domain/areas/area";
import { searchWords, tellingWords } from "@/domain/search/normalise";
import { referenceAreas } from "@/server/reference/reference-areas";
import { describeCounty, type StaticName, staticNames } from "./static-names";

/** The longest name of a town or area, in words. */
const LONGEST = 4;
/** "Park" is a village of Northern Ireland, and a word in the names of a hundred surgeries of England. */
const ENOUGH_PEOPLE = 2_000;
const OF_ONE_NAME = 5;

/**
 * The nations of the towns and areas that a query names: Scotland for "royal infirmary of edinburgh". Of several places of
 * one name it is the one that people most likely mean. Pure reading from memory, some milliseconds at the worst.
 */
export function namedNations(query: string): Nation[] {
  const words = tellingWords(searchWords(query));
  const found = new Set<Nation>();
  const isTaken = words.map(() => false);
  for (let length = Math.min(LONGEST, words.length); length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      if (isTaken.slice(from, from + length).includes(true)) continue;
      const nation = nationCalled(words.slice(from, from + length).join(" "));
      if (nation === undefined) continue;
      found.add(nation);
      isTaken.fill(true, from, from + length);
    }
  }
  return NATIONS.filter((nation) => found.has(nation));
}

function nationCalled(name: string): Nation | undefined {
  const called = staticNames()
    .index.search(name, OF_ONE_NAME, "strict")
    .filter(({ whole }) => whole)
    .sort((a, b) => b.score - a.score);
  for (const { item } of called) {
    const nation = nationOf(item);
    if (nation !== undefined) return nation;
  }
  return undefined;
}

/** Undefined for what has ended, and for what is too small to be meant by a word. */
function nationOf(found: StaticName): Nation | undefined {
  if ("area" in found) return found.area.validTo === null ? found.area.nation : undefined;
  if ("county" in found)
    return referenceAreas().ofPostcodes.get(describeCounty(found.county).councils[0]?.code ?? "")?.nation;
  const { people, constituencies } = found.settlement;
  if (people < ENOUGH_PEOPLE) return undefined;
  return referenceAreas().ofPostcodes.get(constituencies[0] ?? "")?.nation;
}
