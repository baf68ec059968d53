import { GRID } from "@/db/reference/postcode-rows";
import { NO_COLUMN, type PostcodeTable } from "@/db/reference/postcode-table";
import { itemAt } from "@/domain/lists/item-at";
import { inwardText } from "@/domain/postcodes/inward";

/** Where the name of an outward postcode ("CA2") or of a sector ("CA2 7") is written. Degrees WGS84. */
export type PostcodeCentre = { name: string; rank: 1 | 2; lon: number; lat: number };

let known: { of: PostcodeTable; centres: PostcodeCentre[] } | undefined;

/** The middle of the positions of each outward code and of each sector: those of a few hundred postcodes say where it is. */
export function postcodeCentres(table: PostcodeTable): readonly PostcodeCentre[] {
  if (known?.of !== table) known = { of: table, centres: allCentres(table) };
  return known.centres;
}

function allCentres(table: PostcodeTable): PostcodeCentre[] {
  const centres: PostcodeCentre[] = [];
  const add = (name: string, rank: 1 | 2, { count, columns, rows }: Sum) => {
    if (count === 0) return;
    const lon = GRID.west + (columns / count + 0.5) * GRID.lon;
    centres.push({ name, rank, lon, lat: GRID.south + (rows / count + 0.5) * GRID.lat });
  };
  for (const [at, outcode] of table.outcodes.entries()) {
    const whole = nothing();
    const sectors = new Map<string, Sum>();
    for (let i = itemAt(table.starts, at); i < itemAt(table.starts, at + 1); i++) {
      const [column, row] = [itemAt(table.column, i), itemAt(table.row, i)];
      if (column === NO_COLUMN) continue;
      const digit = inwardText(itemAt(table.inward, i)).charAt(0);
      const sector = sectors.get(digit) ?? nothing();
      sectors.set(digit, sector);
      for (const sum of [whole, sector]) {
        sum.count += 1;
        sum.columns += column;
        sum.rows += row;
      }
    }
    add(outcode, 1, whole);
    // The name of its only sector says no more than its own.
    if (sectors.size > 1) for (const [digit, sum] of sectors) add(`${outcode} ${digit}`, 2, sum);
  }
  return centres;
}

type Sum = { count: number; columns: number; rows: number };
const nothing = (): Sum => ({ count: 0, columns: 0, rows: 0 });
