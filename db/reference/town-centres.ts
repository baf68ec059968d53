import { readNames } from "@/db/reference/names";
import { GRID } from "@/db/reference/postcode-rows";
import { NO_COLUMN, outcodeRange, type PostcodeTable } from "@/db/reference/postcode-table";
import { postcodeTable } from "@/db/reference/postcodes";
import { findTown, type Town } from "@/db/reference/towns";
import { itemAt } from "@/domain/lists/item-at";
import { cellCentre } from "@/domain/postcodes/cell-centre";
import { normaliseName } from "@/domain/search/normalise";
import type { Settlement } from "@/domain/search/settlement";

/** A town's centre, with the outward code whose postcodes it is the middle of; without one it stands in a list of towns. */
export type TownCentre = Town & { outcode: string | null };

/** A smaller place shares its outward code with too many others for the middle of that to be its own. */
const LEAST_PEOPLE = 5_000;
/** Of several places of one name the largest is meant where it has so many times the people of the next. */
const SURELY = 20;
/** A city is more than one outward code, and its middle is where those are counted from. */
const CITY = 60_000;
/** Too few postcodes to have a middle. */
const LEAST_POSTCODES = 20;

let settlements: Map<string, Settlement[]> | undefined;

/**
 * The centre of the one town of this name: of the list of towns, else, of a settlement that the look-up knows by its name, the
 * middle of the postcodes of its outward code (of a city its first one) in its council. Undefined for a village, for none,
 * and for several: we do not guess which.
 */
export function findTownCentre(name: string): TownCentre | undefined {
  const listed = findTown(name);
  if (listed) return { ...listed, outcode: null };
  settlements ??= byName();
  const [first, second] = settlements.get(normaliseName(name)) ?? [];
  if (!first || first.people < LEAST_PEOPLE || first.people < (second?.people ?? 0) * SURELY)
    return undefined;
  return centreOf(first, postcodeTable());
}

function byName(): Map<string, Settlement[]> {
  const found = new Map<string, Settlement[]>();
  for (const settlement of readNames())
    for (const name of new Set([settlement.name, settlement.nameCy ?? settlement.name].map(normaliseName))) {
      const held = found.get(name);
      if (held) held.push(settlement);
      else found.set(name, [settlement]);
    }
  return found;
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
