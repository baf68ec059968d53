import { areaIndex, OUTLINE_KINDS } from "@/db/reference/outlines";

const POINTS = 100_000;
/** The limit of issue 3: the areas of 100,000 points in ten seconds. */
const LIMIT_SECONDS = 10;

/** Assigns random points over land and sea to an area of each kind. One thread. */
export async function benchAssign(): Promise<void> {
  const read = performance.now();
  const indexes = OUTLINE_KINDS.map((kind) => ({ kind, index: areaIndex(kind) }));
  console.log(`Outlines read in ${seconds(read).toFixed(1)} s.`);
  const points = Array.from(
    { length: POINTS },
    () => [-6 + Math.random() * 7.5, 50 + Math.random() * 8] as const,
  );
  console.log("| what | seconds | points/s | inside |");
  console.log("|---|---|---|---|");
  let total = 0;
  for (const { kind, index } of indexes) {
    const started = performance.now();
    let inside = 0;
    for (const [lon, lat] of points) if (index.codeAt(lon, lat) !== null) inside++;
    const taken = seconds(started);
    total += taken;
    console.log(`| ${kind} | ${taken.toFixed(2)} | ${(POINTS / taken).toFixed(0)} | ${inside} |`);
  }
  console.log(`All four kinds: ${total.toFixed(2)} s, ${(total / LIMIT_SECONDS).toFixed(2)} of the limit.`);
}

function seconds(since: number): number {
  return (performance.now() - since) / 1000;
}
