import { type EndedTable, endedRange } from "@/db/reference/ended-postcodes";
import { GRID } from "@/db/reference/postcode-rows";
import { entryAt, NO_COLUMN, outcodeRange, type PostcodeTable } from "@/db/reference/postcode-table";
import type { AreaRecord } from "@/domain/areas/area";
import { type PostcodeShard, SHARD_FORMAT, type ShardArea } from "@/domain/postcodes/shard";

/**
 * The shard of one outward code out of the tables, or null when no postcode has or had that code.
 * @param areas by code, as the table gives it
 * @throws Error naming a code that the table has and `areas` has not
 */
export function buildShard(
  table: PostcodeTable,
  areas: ReadonlyMap<string, AreaRecord>,
  outcode: string,
  ended: EndedTable | null,
): PostcodeShard | null {
  const range = outcodeRange(table, outcode) ?? [0, 0];
  const [from, to] = ended === null ? [0, 0] : endedRange(ended, outcode);
  if (range[0] === range[1] && from === to) return null;
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
    inward: gaps(table.inward.subarray(...range)),
    constituency: seats.numbers.slice(0, entries.length),
    council: council.numbers,
    healthBody: healthBody.numbers,
    column: places.map((at) => (table.column[at] === NO_COLUMN ? -1 : (table.column[at] ?? -1))),
    row: places.map((at) => (table.column[at] === NO_COLUMN ? 0 : (table.row[at] ?? 0))),
    precision: entries.map(({ precision }) => precisions.indexOf(precision)),
    near: seats.numbers.slice(entries.length),
    ...(ended === null || from === to
      ? {}
      : {
          ended: {
            inward: gaps(ended.inward.subarray(from, to)),
            month: [...ended.month.subarray(from, to)],
          },
        }),
  };
}

/** Sorted numbers, each as what lies between it and the one before; the first as it is. */
function gaps(numbers: Uint16Array): number[] {
  return Array.from(numbers, (number, i) => number - (i === 0 ? 0 : (numbers[i - 1] ?? 0) + 1));
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
