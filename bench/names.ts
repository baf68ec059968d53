import type { PublicName } from "@/db/queries/public-names";
import { mayBePostcode } from "@/domain/look-up/may-be-postcode";
import { STATIC_SHARE, SUGGESTION_LIMIT } from "@/domain/search/results";
import { inOneGo } from "@/domain/search/slices";
import { findNames } from "@/server/search/find-names";
import { indexOf } from "@/server/search/record-index";
import { staticNames } from "@/server/search/static-names";

const WHAT = ["Surgery", "Medical Centre", "Health Centre", "Hospital", "Community Diagnostic Centre"];
/** About as many as the registers of practices, hospitals and centres hold. */
const RECORDS = 8_600;

/** Names like those of the registers: a settlement and what it is. The same every time. */
export function madeUpRecords(): PublicName[] {
  const settlements = [...staticNames().bySlug.values()];
  return Array.from({ length: RECORDS }, (_, i): PublicName => {
    const { name } = settlements[(i * 7_919) % settlements.length] ?? { name: "Carlisle" };
    const text = `${name} ${WHAT[i % WHAT.length]}`;
    return {
      kind: "place",
      slug: `made-up-${i}`,
      name: text,
      nameCy: null,
      town: name,
      placeKind: "gp-practice",
      codes: [],
    };
  });
}

/** What the box sends while people type: beginnings, whole names, slips, common words. */
export const NAME_QUERIES: readonly string[] = [
  ...[
    "carlisle",
    "newcastle upon tyne",
    "cumberland infirmary",
    "st marys hospital",
    "brighton and hove",
  ].flatMap((name) => Array.from({ length: name.length - 1 }, (_, i) => name.slice(0, i + 2).trimEnd())),
  ...[
    "birmigham",
    "edinbrugh",
    "cumberlnd infirmry",
    "ssp helth",
    "midlesbrough",
    "zzzzqqq",
    "warwik rd surgry",
  ],
  ...["st", "road surgery", "health centre", "medical centre leeds", "hospital", "north", "the surgery"],
];

/** Each beginning of many names of settlements, as they are typed: thousands of different texts. */
export function manyQueries(): string[] {
  const names = [...staticNames().bySlug.values()]
    .filter((_, i) => i % 53 === 0)
    .map(({ name }) => name.toLowerCase());
  const beginnings = names.flatMap((name) =>
    Array.from({ length: name.length - 1 }, (_, i) => name.slice(0, i + 2).trimEnd()),
  );
  return [...new Set(beginnings)].filter((text) => !mayBePostcode(text));
}

/** Sent to keep the server busy: many common words or beginnings, with or without one that nothing has. */
const HOSTILE_QUERIES: readonly string[] = [
  "north south east west great little upper zzzz",
  "st ne ma co ca ba br wo",
  "s c b m w h p l",
];

/** Finds in one process without any server: how much of a core the index itself takes, whatever else is running. */
export function benchNames(): void {
  const made = performance.now();
  const { index } = staticNames();
  const built = performance.now();
  const records = indexOf(madeUpRecords());
  const indexed = performance.now();
  inOneGo(index.keepBeginnings(SUGGESTION_LIMIT * STATIC_SHARE));
  inOneGo(records.keepBeginnings(SUGGESTION_LIMIT));
  console.log(
    `Index of names: ${index.size} areas and settlements made in ${(built - made).toFixed(0)} ms, ` +
      `${records.size} records in ${(indexed - built).toFixed(0)} ms, ` +
      `common beginnings of both in ${(performance.now() - indexed).toFixed(0)} ms.`,
  );
  const times = timesOf(NAME_QUERIES, 20, records);
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  console.log(
    `${(1000 / mean).toFixed(0)} searches in a second of one core; median ${at(times, 0.5)} ms of it, ` +
      `p99 ${at(times, 0.99)} ms.`,
  );
  for (const query of HOSTILE_QUERIES) {
    const hostile = timesOf([query], 20, records);
    console.log(`Hostile "${query}": median ${at(hostile, 0.5)} ms, worst ${at(hostile, 1)} ms.`);
  }
}

/** Milliseconds of a core that each search took, the shortest first; one more round before them warms up. */
function timesOf(queries: readonly string[], rounds: number, records: ReturnType<typeof indexOf>): number[] {
  const times: number[] = [];
  for (let round = -1; round < rounds; round++) {
    for (const query of queries) {
      const begun = process.cpuUsage();
      findNames(query, 6, records);
      const { user, system } = process.cpuUsage(begun);
      if (round >= 0) times.push((user + system) / 1000);
    }
  }
  return times.sort((a, b) => a - b);
}

function at(times: readonly number[], share: number): string {
  return (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2);
}
