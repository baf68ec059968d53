import type { Db } from "@/db/client";
import { findCurrentAreaIds } from "@/db/queries/reference";
import { areaIndex, OUTLINE_KINDS } from "@/db/reference/outlines";
import type { AddressValue } from "@/domain/claims/claim";
import { isApproximate } from "@/domain/places/place";

/** Metres: a town's centre stands for a town that reaches about so far, and the site may be anywhere in it. */
const TOWN_RADIUS = 2000;
const ENGLAND = "E92000001";

/**
 * Ids of the areas of today that an address lies in, one of each kind at most. An approximate position lies only in the
 * areas that hold everything within two kilometres of it, so that nothing is claimed beyond its source; an address
 * without a position lies in none.
 */
export async function findAreaIdsOfAddress(db: Db, address: AddressValue): Promise<string[]> {
  return findCurrentAreaIds(db, codesOf(address));
}

function codesOf({ lon, lat, precision }: AddressValue): string[] {
  if (lon === null || lat === null || precision === null) return [];
  const codes = isApproximate(precision) ? codesAround(lon, lat) : codesAt(lon, lat);
  const isEnglish = codes.some((code) => code.startsWith("E12"));
  return isEnglish ? [...codes, ENGLAND] : codes;
}

function codesAt(lon: number, lat: number): string[] {
  return OUTLINE_KINDS.flatMap((kind) => areaIndex(kind).assign(lon, lat)?.code ?? []);
}

function codesAround(lon: number, lat: number): string[] {
  return OUTLINE_KINDS.flatMap((kind) => {
    const index = areaIndex(kind);
    const code = index.codeAt(lon, lat);
    // Its own edge may be near: that is the coast, and no site stands in the sea.
    const isWhole = index.nearby(lon, lat, TOWN_RADIUS).every((other) => other.code === code);
    return code !== null && isWhole ? code : [];
  });
}
