/** Kinds of area a public page can be about. The URL, the database enum and the badge use these words. */
export const AREA_KINDS = [
  "constituency",
  "council",
  "icb",
  "health-board",
  "hsc-trust",
  "region",
  "nation",
] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

export const NATIONS = ["england", "scotland", "wales", "northern-ireland"] as const;
export type Nation = (typeof NATIONS)[number];

/** The three kinds that fund and plan care; a reader sees which one it is, never "health area". */
export const HEALTH_BODY_KINDS = ["icb", "health-board", "hsc-trust"] as const satisfies readonly AreaKind[];

/** Degrees, WGS84: [west, south, east, north]. */
export type BoundingBox = readonly [number, number, number, number];

/**
 * One area as the reference table in `db/seed/reference/areas.json` holds it.
 * A code is unique only together with its kind and first day: Scotland's code names a region and a nation.
 */
export type AreaRecord = {
  kind: AreaKind;
  /** ONS (GSS) code, such as E14001152. */
  code: string;
  /** NHS (ODS) code where the NHS gives one, such as QHM for an ICB. */
  odsCode: string | null;
  slug: string;
  nameEn: string;
  nameCy: string | null;
  nation: Nation;
  /** A point inside the area, degrees WGS84. */
  lon: number;
  lat: number;
  bbox: BoundingBox;
  population: number | null;
  populationYear: number | null;
  /** ISO date; null where the publisher gives none. */
  validFrom: string | null;
  validTo: string | null;
};
