import { normaliseName, tellingWords } from "./normalise";

const COMPASS = new Set(["north", "south", "east", "west", "central", "mid"]);

/** What a constituency is called after: its parts, and all of it, without "North" or "Central". */
export function namesOfSeat(seat: string): ReadonlySet<string> {
  const names = [seat, ...seat.split(/,| and | & /)].map(wordsOf);
  return new Set(names.filter((name) => name !== ""));
}

/**
 * Whether a town lends its name to a constituency that it lies in: "Stoke-on-Trent" to Stoke-on-Trent Central,
 * "Burton upon Trent" to Burton and Uttoxeter, "Richmond" to Richmond and Northallerton. The Boundary Commissions name
 * seats after the places that people know, so such a town is the likelier one of its name.
 */
export function isSeatNamesake(town: string, seat: ReadonlySet<string>): boolean {
  if (seat.has(wordsOf(town))) return true;
  const short = beforeSmallWord(town);
  return short !== town && seat.has(wordsOf(short));
}

/** "Barrow" of Barrow-in-Furness, as people there say. */
function beforeSmallWord(town: string): string {
  return town.split(/[- ](?:in|on|upon|under|super|by|le)[- ]/i)[0] ?? town;
}

function wordsOf(name: string): string {
  const words = tellingWords(normaliseName(name).split(" "));
  const telling = words.filter((word) => !COMPASS.has(word));
  return telling.join(" ");
}
