import { GRID } from "@/db/reference/postcode-rows";
import { entryAt, NO_COLUMN, outcodeRange, type PostcodeTable } from "@/db/reference/postcode-table";
import type { AreaRecord } from "@/domain/areas/area";
import { type PostcodeShard, SHARD_FORMAT, type ShardArea } from "@/domain/postcodes/shard";

/**
 * The shard of one outward code out of the table, or null when no postcode has that code.
 * @param areas by code, as the table gives it
 * @throws Error naming a code that the table has and `areas` has not
 */
export function buildShard(
  table: PostcodeTable,
  areas: ReadonlyMap<string, AreaRecord>,
  outcode: string,
): PostcodeShard | null {
  const range = outcodeRange(table, outcode);
  if (range === null) return null;
  const places = Array.from({ length: range[1] - range[0] }, (_, i) => range[0] + i);
  const entries = places.map((at) => entryAt(table, outcode, at));
  const named = (column: "council" | "healthBody") => numbered(entries.map((entry) => entry[column]));
  const seats = numbered([...entries.map((entry) => entry.constituency), ...entries.map(({ near }) => near)]);
  const [council, healthBody] = [named("council"), named("healthBody")];
  const precisions = [...new Set(entries.map(({ precision }) => precision))];
  const list = ({ codes }: { codes: string[] }) => codes.map((code) => shardArea(areas, code));
  return {
    format: SHARD_FORMAT,
    outcode,
    grid: GRID,
    areas: { constituency: list(seats), council: list(council), healthBody: list(healthBody) },
    precisions,
    inward: places.map((at, i) => (table.inward[at] ?? 0) - (i === 0 ? 0 : (table.inward[at - 1] ?? 0) + 1)),
    constituency: seats.numbers.slice(0, entries.length),
    council: council.numbers,
    healthBody: healthBody.numbers,
    column: places.map((at) => (table.column[at] === NO_COLUMN ? -1 : (table.column[at] ?? -1))),
    row: places.map((at) => (table.column[at] === NO_COLUMN ? 0 : (table.row[at] ?? 0))),
    precision: entries.map(({ precision }) => precisions.indexOf(precision)),
    near: seats.numbers.slice(entries.length),
  };
}

/** The codes that occur, in the order of their first use, and for each entry the place of its own from 1; 0 is none. */
function numbered(values: (string | null)[]): { codes: string[]; numbers: number[] } {
  const codes = [...new Set(values)].filter((code) => code !== null);
  return { codes, numbers: values.map((code) => (code === null ? 0 : codes.indexOf(code) + 1)) };
}

function shardArea(areas: ReadonlyMap<string, AreaRecord>, code: string): ShardArea {
  const area = areas.get(code);
  if (!area) throw new Error(`The postcode table has the area ${code}, and the list of areas has not.`);
  const { kind, slug, nameEn, nameCy } = area;
  return { kind, code, slug, nameEn, nameCy };
}
