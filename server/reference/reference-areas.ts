import { readReferenceTables } from "@/db/seed/reference-tables";
import type { AreaRecord } from "@/domain/areas/area";
import type { AreaHistory, SuccessionBasis } from "@/domain/areas/area-history";
import type { ReferenceDataset } from "@/domain/areas/reference-dataset";

export type Successor = { area: AreaRecord; share: number; basis: SuccessionBasis };

/** The areas and data sets of the clone, by code: what look-ups need without a database. */
export type ReferenceAreas = {
  /** Every area, of today and ended. */
  all: readonly AreaRecord[];
  /** Areas of today, by the code the postcode table gives: constituencies, councils and health bodies. */
  ofPostcodes: ReadonlyMap<string, AreaRecord>;
  /** Every area with this ONS or NHS code, of today or ended: Scotland's code names a region and a nation. */
  byCode: ReadonlyMap<string, readonly AreaRecord[]>;
  /** Where an area that ended went, by its ONS code, the largest share first. */
  successors: ReadonlyMap<string, readonly Successor[]>;
  datasets: readonly ReferenceDataset[];
  /** Of the files they were read from. */
  contentHash: string;
};

const OF_POSTCODES = new Set(["constituency", "council", "icb", "health-board", "hsc-trust"]);
let loaded: ReferenceAreas | undefined;

/** Reads the tables at the first call and keeps what look-ups need of them. */
export function referenceAreas(): ReferenceAreas {
  if (loaded) return loaded;
  const { areas, history, datasets, contentHash } = readReferenceTables();
  const all = [...areas, ...history.areas];
  const byCode = new Map<string, AreaRecord[]>();
  for (const area of all) {
    for (const code of new Set([area.code, area.odsCode])) {
      if (code !== null) byCode.set(code, [...(byCode.get(code) ?? []), area]);
    }
  }
  const current = areas.filter(({ kind, validTo }) => OF_POSTCODES.has(kind) && validTo === null);
  const ofPostcodes = new Map(current.map((area) => [area.code, area]));
  loaded = {
    all,
    ofPostcodes,
    successors: successorsOf(history, ofPostcodes),
    byCode,
    datasets,
    contentHash,
  };
  return loaded;
}

function successorsOf(
  { successions }: AreaHistory,
  current: ReadonlyMap<string, AreaRecord>,
): Map<string, Successor[]> {
  const successors = new Map<string, Successor[]>();
  for (const { from, to, share, basis } of successions) {
    const area = current.get(to);
    if (area) successors.set(from, [...(successors.get(from) ?? []), { area, share, basis }]);
  }
  for (const list of successors.values()) list.sort((a, b) => b.share - a.share);
  return successors;
}
