import { findInTable, type PostcodeTable } from "@/db/reference/postcode-table";
import type { OdsOrganisation } from "@/ingest/ods-organisations";
import { count, most } from "./build-overlaps";

/**
 * The ODS code of each integrated care board, and of each health board of Wales, by its ONS code: the health body that the register names for a trust (in Wales
 * for a practice), and the health body whose outline holds its postcode, are the same for most of every health body. A pair counts only when
 * each side is the other's most frequent partner.
 */
export function matchHealthBodyCodes(
  trusts: readonly Pick<OdsOrganisation, "healthBodyCode" | "postcode">[],
  table: PostcodeTable,
): Map<string, string> {
  const byOns = new Map<string, Map<string, number>>();
  const byOds = new Map<string, Map<string, number>>();
  for (const { healthBodyCode, postcode } of trusts) {
    const healthBody = findInTable(table, postcode.slice(0, -3), postcode.slice(-3))?.healthBody;
    // Q99 is all of Wales, and so no health body's.
    if (!healthBody || !/^(E54|W11)/.test(healthBody) || healthBodyCode === "" || healthBodyCode === "Q99")
      continue;
    count(tally(byOns, healthBody), healthBodyCode);
    count(tally(byOds, healthBodyCode), healthBody);
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
