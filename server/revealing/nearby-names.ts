import { processWide } from "@/db/process-wide";
import { readNames } from "@/db/reference/names";

/** Smaller ones are told by their outward code alone: a village's name is a word of any sentence too often. */
const FEWEST_PEOPLE = 1500;
/** Larger than any area that we show: it tells nothing. */
const TOO_LARGE = new Set(["London", "Llundain"]);

type Names = { byCouncil: Map<string, string[]>; byOutcode: Map<string, string[]> };

/** The towns, villages and suburbs of councils, and those of an outward code ("BS1"), in both languages. */
export function nearbyNames(councils: readonly string[], outcodes: readonly string[] = []): string[] {
  const { byCouncil, byOutcode } = processWide("nearby-names", read);
  return [
    ...new Set([
      ...councils.flatMap((code) => byCouncil.get(code) ?? []),
      ...outcodes.flatMap((code) => byOutcode.get(code) ?? []),
    ]),
  ];
}

function read(): Names {
  const names: Names = { byCouncil: new Map(), byOutcode: new Map() };
  const add = (map: Map<string, string[]>, at: string, name: string) => {
    const held = map.get(at);
    if (held) held.push(name);
    else map.set(at, [name]);
  };
  for (const { name, nameCy, outcode, people, council } of readNames())
    for (const each of [name, nameCy]) {
      if (each === null || TOO_LARGE.has(each)) continue;
      if (people >= FEWEST_PEOPLE) add(names.byCouncil, council, each);
      add(names.byOutcode, outcode, each);
    }
  return names;
}
