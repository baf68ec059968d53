import { findInTable, type PostcodeTable } from "@/db/reference/postcode-table";
import type { OdsOrganisation } from "@/ingest/ods-organisations";
import { count, most } from "./build-overlaps";

/**
 * The ODS code of each integrated care board, and of each health board of Wales, by its ONS code: the board that the register names for a trust (in Wales
 * for a practice), and the board whose outline holds its postcode, are the same for most of every board. A pair counts only when
 * each side is the other's most frequent partner.
 */
export function matchBoardCodes(
  trusts: readonly Pick<OdsOrganisation, "boardCode" | "postcode">[],
  table: PostcodeTable,
): Map<string, string> {
  const byOns = new Map<string, Map<string, number>>();
  const byOds = new Map<string, Map<string, number>>();
  for (const { boardCode, postcode } of trusts) {
    const board = findInTable(table, postcode.slice(0, -3), postcode.slice(-3))?.healthBody;
    // Q99 is all of Wales, and so no board's.
    if (!board || !/^(E54|W11)/.test(board) || boardCode === "" || boardCode === "Q99") continue;
    count(tally(byOns, board), boardCode);
    count(tally(byOds, boardCode), board);
  }
  const matched = new Map<string, string>();
  for (const [ons, votes] of byOns) {
    const ods = most(votes);
    if (most(byOds.get(ods) ?? new Map()) === ons) matched.set(ons, ods);
  }
  return matched;
}

function tally(map: Map<string, Map<string, number>>, key: string): Map<string, number> {
  const found = map.get(key) ?? new Map<string, number>();
  map.set(key, found);
  return found;
}
