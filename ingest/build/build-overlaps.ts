import type { AreaIndex } from "@/db/reference/area-index";
import { GRID } from "@/db/reference/postcode-rows";
import { NO_COLUMN, type PostcodeTable } from "@/db/reference/postcode-table";
import type { AreaOverlaps } from "@/domain/areas/area-overlap";
import { itemAt } from "@/domain/lists/item-at";

/**
 * Counts, for every two areas of different kinds, the unit postcodes in both. A postcode's region is that of its
 * council, which lies in one region whole; a council's region is the one most of its postcodes are in.
 */
export function buildOverlaps(table: PostcodeTable, regions: AreaIndex): AreaOverlaps {
  const regionOf = councilRegions(table, regions);
  const totals = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (let at = 0; at < table.inward.length; at++) {
    const council = itemAt(table.council, at);
    const codes = [
      table.constituencyCodes[itemAt(table.constituency, at)],
      table.councilCodes[council],
      table.healthBodyCodes[itemAt(table.healthBody, at)],
      regionOf.get(council),
    ].filter((code): code is string => code !== undefined && code !== "");
    codes.forEach((code, index) => {
      count(totals, code);
      for (const other of codes.slice(index + 1)) count(pairs, `${code} ${other}`);
    });
  }
  return {
    unitPostcodes: Object.fromEntries([...totals].sort(byKey)),
    pairs: [...pairs].sort(byKey).map(([pair, units]) => [...(pair.split(" ") as [string, string]), units]),
  };
}

function councilRegions(table: PostcodeTable, regions: AreaIndex): Map<number, string> {
  const votes = new Map<number, Map<string, number>>();
  /** Every 20th postcode is plenty to find the region that holds the whole council. */
  for (let at = 0; at < table.inward.length; at += 20) {
    const [column, row] = [itemAt(table.column, at), itemAt(table.row, at)];
    if (column === NO_COLUMN) continue;
    const region = regions.codeAt(GRID.west + (column + 0.5) * GRID.lon, GRID.south + (row + 0.5) * GRID.lat);
    if (region === null) continue;
    const council = itemAt(table.council, at);
    const tally = votes.get(council) ?? new Map<string, number>();
    votes.set(council, tally);
    count(tally, region);
  }
  return new Map([...votes].map(([council, tally]) => [council, most(tally)]));
}

/** The key with the highest count. */
export function most(tally: ReadonlyMap<string, number>): string {
  return [...tally].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ["", 0])[0];
}

/** One more of a key. */
export function count(tally: Map<string, number>, key: string): void {
  tally.set(key, (tally.get(key) ?? 0) + 1);
}

function byKey(a: [string, number], b: [string, number]): number {
  return a[0] < b[0] ? -1 : 1;
}
