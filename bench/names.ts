import type { PublicName } from "@/db/queries/public-names";
import { findNames } from "@/server/search/find-names";
import { indexOf } from "@/server/search/public-names";
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

/** Finds in one process without any server: how much of a core the index itself takes, whatever else is running. */
export function benchNames(): void {
  const made = performance.now();
  staticNames();
  const built = performance.now();
  const records = indexOf(madeUpRecords());
  console.log(
    `Index of names: ${staticNames().index.size} areas and settlements made in ${(built - made).toFixed(0)} ms, ` +
      `${records.size} records in ${(performance.now() - built).toFixed(0)} ms.`,
  );
  const times: number[] = [];
  for (let round = -1; round < 20; round++) {
    for (const query of NAME_QUERIES) {
      const begun = process.cpuUsage();
      findNames(query, 6, records);
      const { user, system } = process.cpuUsage(begun);
      if (round >= 0) times.push((user + system) / 1000); // the first round warms up
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  console.log(
    `${(1000 / mean).toFixed(0)} searches in a second of one core; median ${at(0.5)} ms of it, p99 ${at(0.99)} ms.`,
  );
}
