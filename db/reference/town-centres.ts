import { GRID } from "@/db/reference/postcode-rows";
import { NO_COLUMN, outcodeRange, type PostcodeTable } from "@/db/reference/postcode-table";
import { postcodeTable } from "@/db/reference/postcodes";
import { settlementMeant } from "@/db/reference/settlement-meant";
import { findTown, type Town } from "@/db/reference/towns";
import { itemAt } from "@/domain/lists/item-at";
import { metresBetween } from "@/domain/places/distance";
import { cellCentre } from "@/domain/postcodes/cell-centre";
import type { Settlement } from "@/domain/search/settlement";

/** A town's centre, with the outward code whose postcodes it is the middle of; without one it stands in a list of towns. */
export type TownCentre = Town & { outcode: string | null };

/** A city is more than one outward code, and its middle is where those are counted from. */
const CITY = 60_000;
/** Too few postcodes to have a middle. */
const LEAST_POSTCODES = 20;
/** Metres between a listed town and the middle of its postcodes within which both are the same town. */
const ONE_TOWN = 10_000;

/**
 * The centre of the one town of this name, with its county or without: of the list of towns, else, of a settlement that the look-up
 * knows by its name, the middle of the postcodes of its outward code (of a city its first one) in its council. Undefined for a
 * village, for none, and for several: we do not guess which.
 */
export function findTownCentre(name: string): TownCentre | undefined {
  const listed = findTown(name);
  if (listed) return { ...listed, outcode: null };
  const meant = settlementMeant(name);
  const centre = meant && centreOf(meant, postcodeTable());
  const town = meant && centre && findTown(meant.name);
  return town && metresBetween(town, centre) < ONE_TOWN ? { ...town, outcode: null } : centre;
}

/** Where a settlement is by its postcodes: about a kilometre exact. */
export function centreOf(
  { name, people, outcode, council }: Pick<Settlement, "name" | "people" | "outcode" | "council">,
  table: PostcodeTable,
): TownCentre | undefined {
  const letters = /^[A-Z]+/.exec(outcode)?.[0] ?? "";
  const wanted = people < CITY ? [outcode] : [`${letters}1`, `${letters}10`, outcode];
  for (const code of wanted) {
    const middle = middleOf(table, code, council);
    if (middle) return { name, ...middle, outcode: code };
  }
  return undefined;
}

function middleOf(table: PostcodeTable, outcode: string, council: string) {
  const [from, to] = outcodeRange(table, outcode) ?? [0, 0];
  const columns: number[] = [];
  const rows: number[] = [];
  for (let at = from; at < to; at += 1) {
    const column = itemAt(table.column, at);
    if (column === NO_COLUMN || table.councilCodes[itemAt(table.council, at)] !== council) continue;
    columns.push(column);
    rows.push(itemAt(table.row, at));
  }
  if (columns.length < LEAST_POSTCODES) return null;
  return cellCentre(GRID, median(columns), median(rows));
}

const median = (numbers: number[]) =>
  itemAt(
    numbers.sort((a, b) => a - b),
    numbers.length >> 1,
  );
