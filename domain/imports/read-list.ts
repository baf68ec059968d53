import { type ColumnMapping, missingColumns } from "@/domain/imports/columns";
import type { DateOrder } from "@/domain/imports/dates";
import type { RowProblem } from "@/domain/imports/outcome";
import { type RowReading, readRow } from "@/domain/imports/read-row";
import type { ImportRow } from "@/domain/imports/row";
import { plainName } from "@/domain/names/plain-name";

export type RawRow = { number: number; raw: readonly string[] };
export type ListReading = RowReading & { number: number };

/**
 * A reader of the rows of one list, to be given them in the order of the file, once each: a row must not repeat another
 * (its own key, or the same service), so it remembers those before.
 * @param order of the dates of the whole list (`dateOrderWith`).
 */
export function listReader(
  mapping: ColumnMapping,
  { width, order, today }: { width: number; order: DateOrder; today: string },
): (row: RawRow) => ListReading {
  if (missingColumns(mapping).length > 0) throw new Error("a column that every row needs is not mapped");
  const keys = new Map<string, number>();
  const services = new Map<string, number>();
  return ({ number, raw }) => {
    const { row, problems } = readRow(raw, mapping, width, { order, today });
    if (!row) return { number, row, problems };
    const twice = [
      ...(row.key === null ? [] : repeats(keys, row.key, number, "key-twice")),
      // Two services of one provider read the same once their places are not kept: they were told apart before.
      ...(row.areaId === null ? repeats(services, identityOf(row), number, "row-twice") : []),
    ];
    return { number, row: twice.length > 0 ? null : row, problems: twice };
  };
}

function identityOf(row: ImportRow): string {
  const where = row.registerCode ?? `${plainName(row.place)}|${row.postcode || plainName(row.town)}`;
  return [where, row.category, plainName(row.provider ?? "")].join("|");
}

function repeats(
  seen: Map<string, number>,
  key: string,
  number: number,
  code: "key-twice" | "row-twice",
): RowProblem[] {
  const first = seen.get(key);
  if (first === undefined) {
    seen.set(key, number);
    return [];
  }
  return [{ column: code === "key-twice" ? "key" : null, code, detail: String(first) }];
}
