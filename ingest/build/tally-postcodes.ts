import { GRID } from "@/db/reference/postcode-rows";
import { NO_COLUMN, outcodeRange, type PostcodeTable } from "@/db/reference/postcode-table";
import { METRES_PER_DEGREE } from "@/domain/areas/degrees";
import { itemAt } from "@/domain/lists/item-at";
import type { Point } from "@/domain/places/distance";
import type { GeonamesPlace } from "@/ingest/places-geonames";

/** Unit postcodes by the number of their constituency, of their council, and by outward code. */
export type PostcodeTally = {
  units: number;
  constituencies: Map<number, number>;
  councils: Map<number, number>;
  outcodes: Map<string, number>;
};

/** People to a unit postcode: 67.6 million to 1.8 million. */
export const PEOPLE_PER_UNIT = 37;
/** A postcode farther than this from every settlement of its outward code belongs to none of them. */
const MOST_METRES = 4_000;

export function newTally(): PostcodeTally {
  return { units: 0, constituencies: new Map(), councils: new Map(), outcodes: new Map() };
}

function count(tally: PostcodeTally, table: PostcodeTable, outcode: string, at: number): void {
  const add = <Key>(map: Map<Key, number>, key: Key) => map.set(key, (map.get(key) ?? 0) + 1);
  tally.units++;
  add(tally.constituencies, itemAt(table.constituency, at));
  add(tally.councils, itemAt(table.council, at));
  add(tally.outcodes, outcode);
}

/** Gives each unit postcode to the row of its outward code that is nearest, and counts it for that row. */
export function tallyNearest(
  table: PostcodeTable,
  rowsOf: ReadonlyMap<string, readonly GeonamesPlace[]>,
): Map<GeonamesPlace, PostcodeTally> {
  const tallies = new Map<GeonamesPlace, PostcodeTally>();
  table.outcodes.forEach((outcode, group) => {
    const rows = rowsOf.get(outcode) ?? [];
    for (let at = itemAt(table.starts, group); at < itemAt(table.starts, group + 1); at++) {
      const here = positionOf(table, at);
      if (here === null) continue;
      let nearest: GeonamesPlace | null = null;
      let least = MOST_METRES ** 2;
      for (const row of rows) {
        const distance = squared(here, row);
        if (distance < least) [nearest, least] = [row, distance];
      }
      if (nearest === null) continue;
      const tally = tallies.get(nearest) ?? newTally();
      tallies.set(nearest, tally);
      count(tally, table, outcode, at);
    }
  });
  return tallies;
}

/** Every unit postcode of some outward codes. */
export function tallyOutcodes(table: PostcodeTable, outcodes: Iterable<string>): PostcodeTally {
  const tally = newTally();
  for (const outcode of outcodes) {
    const [from, to] = outcodeRange(table, outcode) ?? [0, 0];
    for (let at = from; at < to; at++) {
      if (table.column[at] !== NO_COLUMN) count(tally, table, outcode, at);
    }
  }
  return tally;
}

/** As many of the unit postcodes nearest to a town's centre as the town has people for. */
export function tallyAround(table: PostcodeTable, centre: Point, people: number): PostcodeTally {
  const wanted = Math.max(1, Math.round(people / PEOPLE_PER_UNIT));
  // A town is denser than 500 people to a square kilometre: what is farther out is not looked at.
  const reach = Math.sqrt(people / 500 / Math.PI) * 1_000 + 2_000;
  const { columns, rows } = cellsAround(centre, reach);
  const near: { at: number; distance: number }[] = [];
  for (let at = 0; at < table.column.length; at++) {
    if (Math.abs(itemAt(table.row, at) - rows.middle) > rows.most) continue;
    if (Math.abs(itemAt(table.column, at) - columns.middle) > columns.most) continue;
    const here = positionOf(table, at);
    const distance = here === null ? Infinity : squared(here, centre);
    if (distance <= reach ** 2) near.push({ at, distance });
  }
  near.sort((a, b) => a.distance - b.distance);
  const tally = newTally();
  for (const { at } of near.slice(0, wanted)) count(tally, table, outcodeAt(table, at), at);
  return tally;
}

function cellsAround({ lon, lat }: Point, metres: number) {
  const up = metres / METRES_PER_DEGREE;
  return {
    columns: {
      middle: (lon - GRID.west) / GRID.lon,
      most: up / Math.cos((lat * Math.PI) / 180) / GRID.lon + 1,
    },
    rows: { middle: (lat - GRID.south) / GRID.lat, most: up / GRID.lat + 1 },
  };
}

function outcodeAt(table: PostcodeTable, at: number): string {
  let [low, high] = [0, table.outcodes.length];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (itemAt(table.starts, middle) <= at) low = middle;
    else high = middle;
  }
  return itemAt(table.outcodes, low);
}

function positionOf(table: PostcodeTable, at: number): Point | null {
  const column = itemAt(table.column, at);
  if (column === NO_COLUMN || table.constituency[at] === 0) return null;
  return {
    lon: GRID.west + (column + 0.5) * GRID.lon,
    lat: GRID.south + (itemAt(table.row, at) + 0.5) * GRID.lat,
  };
}

/** Square metres between two points, on a flat map: good to a thousandth over some kilometres. */
function squared(a: Point, b: Point): number {
  const north = (a.lat - b.lat) * METRES_PER_DEGREE;
  const east = (a.lon - b.lon) * METRES_PER_DEGREE * Math.cos((a.lat * Math.PI) / 180);
  return north * north + east * east;
}
