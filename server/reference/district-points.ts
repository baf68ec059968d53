import { GRID } from "@/db/reference/postcode-rows";
import { NO_COLUMN, outcodeRange } from "@/db/reference/postcode-table";
import { postcodeTable } from "@/db/reference/postcodes";
import type { Point } from "@/domain/places/distance";
import { cellCentre } from "@/domain/postcodes/cell-centre";

/** Where the postcodes of an outward code are, each point once; none for what is no district, or has no position. */
export function districtPoints(outcode: string): Point[] {
  const table = postcodeTable();
  const [from, to] = outcodeRange(table, outcode) ?? [0, 0];
  const points = new Map<string, Point>();
  for (let at = from; at < to; at++) {
    const [column = NO_COLUMN, row = 0] = [table.column[at], table.row[at]];
    if (column !== NO_COLUMN) points.set(`${column} ${row}`, cellCentre(GRID, column, row));
  }
  return [...points.values()];
}
