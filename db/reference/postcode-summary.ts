import { itemAt } from "@/domain/lists/item-at";
import type { AreaShare, AreaShares } from "@/domain/postcodes/answer";
import { inwardNumber, inwardText } from "@/domain/postcodes/inward";
import { nearestNumbers } from "@/domain/postcodes/nearest";
import { outcodeRange, type PostcodeTable, sectorRange } from "./postcode-table";

/** The areas that a range of the table lies in, with the share of its unit postcodes in each, largest first. */
export function sharesOfRange(table: PostcodeTable, [from, to]: [number, number]): AreaShares {
  const shares = (column: Uint16Array | Uint8Array, codes: readonly string[]) => {
    const tally = new Map<number, number>();
    for (let at = from; at < to; at++) {
      const number = itemAt(column, at);
      if (number !== 0) tally.set(number, (tally.get(number) ?? 0) + 1);
    }
    const known = [...tally.values()].reduce((sum, units) => sum + units, 0);
    return [...tally]
      .map(([number, units]): AreaShare => ({ code: codes[number] ?? "", units, share: units / known }))
      .sort((a, b) => b.units - a.units || (a.code < b.code ? -1 : 1));
  };
  return {
    constituencies: shares(table.constituency, table.constituencyCodes),
    councils: shares(table.council, table.councilCodes),
    healthBodies: shares(table.healthBody, table.healthBodyCodes),
  };
}

/**
 * Live unit postcodes nearest in the alphabet to one that is not live, in its sector; when the sector has none, in its
 * outward code.
 * @param most how many at the most
 */
export function liveNeighbours(
  table: PostcodeTable,
  outcode: string,
  inward: string,
  most: number,
): string[] {
  const range = sectorRange(table, outcode, inward.charAt(0)) ?? outcodeRange(table, outcode);
  if (range === null) return [];
  const wanted = inwardNumber(inward);
  const numbers = [...table.inward.subarray(...range)];
  return nearestNumbers(numbers, wanted, most).map((number) => `${outcode} ${inwardText(number)}`);
}
