import type { Db } from "@/db/client";
import { listCurrentAreaPoints } from "@/db/queries/reference";
import { areaIndex, OUTLINE_KINDS } from "@/db/reference/outlines";
import type { AddressValue } from "@/domain/claims/claim";
import { isApproximate } from "@/domain/places/place";
import type { FoundPostcode } from "@/domain/postcodes/answer";
import { findPostcode } from "@/server/reference/find-postcode";

/** Metres: a town's centre stands for a town that reaches about so far, and the site may be anywhere in it. */
const TOWN_RADIUS = 2000;
/** Metres: a site that is only named after a town can stand well outside it (SpaMedica Brighton is 11 km off). */
const NAMED_AFTER_RADIUS = 12_000;
const ENGLAND = "E92000001";

/** Tells the ids of the areas of today that an address lies in, one of each kind at most. */
export type AreaAssigner = (address: AddressValue) => string[];

/**
 * Loads what assigning needs once, for any number of addresses. A postcode tells the areas; without one the position
 * does. An approximate position lies only in the areas that hold everything within two kilometres of it (twelve where
 * the address names no town, and the position is that of a town in the site's name), so that nothing is claimed beyond
 * its source; an address with neither lies in none.
 */
export async function loadAreaAssigner(db: Db): Promise<AreaAssigner> {
  const areas = await listCurrentAreaPoints(db);
  const idsByCode = new Map<string, string[]>();
  for (const { id, code } of areas) idsByCode.set(code, [...(idsByCode.get(code) ?? []), id]);
  const councils = new Map(areas.filter(({ kind }) => kind === "council").map((area) => [area.code, area]));
  return (address) => {
    const codes = codesOf(councils, address);
    const isEnglish = codes.some(isRegionOfEngland);
    return (isEnglish ? [...codes, ENGLAND] : codes).flatMap((code) => idsByCode.get(code) ?? []);
  };
}

/** As `loadAreaAssigner`, for one address. */
export async function findAreaIdsOfAddress(db: Db, address: AddressValue): Promise<string[]> {
  return (await loadAreaAssigner(db))(address);
}

type Councils = ReadonlyMap<string, { lon: number; lat: number }>;

function codesOf(councils: Councils, { postcode, town, lon, lat, precision }: AddressValue): string[] {
  const found = postcode === "" || precision === "town" ? null : findPostcode(postcode);
  if (found?.status === "found") return codesOfPostcode(councils, found);
  if (lon === null || lat === null) return [];
  if (!isApproximate(precision)) return codesAt(lon, lat);
  return codesAround(lon, lat, precision === "town" && town === "" ? NAMED_AFTER_RADIUS : TOWN_RADIUS);
}

/** A council lies in one region whole, so its own point tells the region better than a postcode's 100 m square. */
function codesOfPostcode(councils: Councils, { constituency, council, healthBody }: FoundPostcode): string[] {
  const point = councils.get(council);
  const region = point && areaIndex("region").codeAt(point.lon, point.lat);
  return [constituency, council, healthBody, ...(region ? [region] : [])];
}

function codesAt(lon: number, lat: number): string[] {
  return OUTLINE_KINDS.flatMap((kind) => areaIndex(kind).assign(lon, lat)?.code ?? []);
}

function codesAround(lon: number, lat: number, radius: number): string[] {
  return OUTLINE_KINDS.flatMap((kind) => {
    const index = areaIndex(kind);
    const code = index.codeAt(lon, lat);
    // Its own edge may be near: that is the coast, and no site stands in the sea.
    const near = index.nearby(lon, lat, radius).map((other) => other.code);
    if (code !== null && near.every((other) => other === code)) return code;
    // Between two regions of England it is in England all the same.
    return kind === "region" && code !== null && [code, ...near].every(isRegionOfEngland) ? ENGLAND : [];
  });
}

/** Codes of the areas of a kind that have a part of the town whose centre this is: any of them may have what is in it. */
export function mayHold(
  kind: "constituency" | "council",
  { lon, lat }: { lon: number; lat: number },
): string[] {
  const index = areaIndex(kind);
  const own = index.codeAt(lon, lat);
  const near = index.nearby(lon, lat, TOWN_RADIUS).map(({ code }) => code);
  return own === null ? near : [own, ...near];
}

const isRegionOfEngland = (code: string) => code.startsWith("E12");
