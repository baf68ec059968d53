import { readReferenceTables } from "@/db/seed/reference-tables";
import type { AreaRecord } from "@/domain/areas/area";
import type { ReferenceDataset } from "@/domain/areas/reference-dataset";

/** The areas and data sets of the clone, by code: what look-ups need without a database. */
export type ReferenceAreas = {
  /** Areas of today, by the code the postcode table gives: constituencies, councils and health bodies. */
  ofPostcodes: ReadonlyMap<string, AreaRecord>;
  /** Every area with this ONS or NHS code, in capitals: Scotland's code names a region and a nation. */
  byCode: ReadonlyMap<string, readonly AreaRecord[]>;
  datasets: readonly ReferenceDataset[];
  /** Of the files they were read from. */
  contentHash: string;
};

const OF_POSTCODES = new Set(["constituency", "council", "icb", "health-board", "hsc-trust"]);
let loaded: ReferenceAreas | undefined;

/** Reads the tables at the first call and keeps what look-ups need of them. */
export function referenceAreas(): ReferenceAreas {
  if (loaded) return loaded;
  const { areas, datasets, contentHash } = readReferenceTables();
  const byCode = new Map<string, AreaRecord[]>();
  for (const area of areas) {
    for (const code of new Set([area.code, area.odsCode])) {
      if (code !== null) byCode.set(code, [...(byCode.get(code) ?? []), area]);
    }
  }
  const current = areas.filter(({ kind, validTo }) => OF_POSTCODES.has(kind) && validTo === null);
  loaded = {
    ofPostcodes: new Map(current.map((area) => [area.code, area])),
    byCode,
    datasets,
    contentHash,
  };
  return loaded;
}
