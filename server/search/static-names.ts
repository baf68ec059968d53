import { processWide } from "@/db/process-wide";
import { readNames } from "@/db/reference/names";
import type { AreaKind, AreaRecord } from "@/domain/areas/area";
import { NameIndex } from "@/domain/search/name-index";
import type { Indexed } from "@/domain/search/name-index-parts";
import { type FoundName, type NamedArea, settlementPath } from "@/domain/search/results";
import { isSeatNamesake, namesOfSeat } from "@/domain/search/seat-namesake";
import type { Settlement } from "@/domain/search/settlement";
import { AREA_WEIGHTS, ENDED_WEIGHT, settlementWeight } from "@/domain/search/weight";
import { referenceAreas } from "@/server/look-up/reference-areas";

/** An area or a settlement as it lies in the index: short, and made into a FoundName when it is found. */
export type StaticName = { area: AreaRecord } | { settlement: Settlement };

/** What people add to say which kind they mean: "Leeds council", "the MP for Carlisle". */
const KIND_HINTS: Readonly<Record<AreaKind, string>> = {
  constituency: "constituency seat MP",
  council: "council borough district county local authority",
  icb: "ICB integrated care board NHS",
  "health-board": "health board NHS",
  "hsc-trust": "health social care trust NHS HSC",
  region: "region",
  nation: "nation country",
};
const SETTLEMENT_HINTS = "town city village";

type StaticNames = { index: NameIndex<StaticName>; bySlug: ReadonlyMap<string, Settlement> };

/** The index of what the clone knows by name: areas of today, areas that ended, settlements. */
export function staticNames(): StaticNames {
  return processWide("static-names", build);
}

function build(): StaticNames {
  const { all } = referenceAreas();
  const settlements = readNames();
  const entries = [...all.map(ofArea), ...settlements.map(ofSettlement)];
  return { index: new NameIndex(entries), bySlug: new Map(settlements.map((row) => [row.slug, row])) };
}

function ofArea(area: AreaRecord): Indexed<StaticName> {
  const { kind, code, odsCode, nameEn, nameCy, validTo } = area;
  const names = [nameEn, nameCy, bareName(area), turnedName(area), code, odsCode].filter(
    (name) => name !== null,
  );
  const weight = validTo === null ? AREA_WEIGHTS[kind] : ENDED_WEIGHT;
  return { item: { area }, names, hints: [KIND_HINTS[kind]], weight };
}

/** "NHS North East and North Cumbria Integrated Care Board" and "Bristol, City of" as people say them. */
function bareName({ nameEn }: AreaRecord): string {
  return nameEn
    .replace(/^NHS | Integrated Care Board$| (University |Teaching )?Health Board$/g, "")
    .replace(/ Health and Social Care Trust$/, "")
    .replace(/^City of |, (City|County) of$| City$/, "");
}

/** "Bristol, City of" as it is said: "City of Bristol". */
function turnedName({ nameEn }: AreaRecord): string | null {
  const [, bare, kind] = /^(.+), ((?:City|County) of)$/.exec(nameEn) ?? [];
  return bare === undefined ? null : `${kind} ${bare}`;
}

const seatNames = new Map<string, ReadonlySet<string>>();

function namesOf(seat: string): ReadonlySet<string> {
  const known = seatNames.get(seat) ?? namesOfSeat(areaOf(seat)?.name ?? "");
  seatNames.set(seat, known);
  return known;
}

function ofSettlement(settlement: Settlement): Indexed<StaticName> {
  const { name, nameCy, people, council, outcode } = settlement;
  const councilName = areaOf(council)?.name ?? "";
  const isNamesake = settlement.constituencies.some((code) => isSeatNamesake(name, namesOf(code)));
  return {
    item: { settlement },
    names: nameCy === null ? [name] : [name, nameCy],
    hints: [SETTLEMENT_HINTS, councilName, outcode],
    weight: settlementWeight(people, isNamesake),
  };
}

/** As it is shown. A settlement in one constituency leads straight there, the others to a page that asks. */
export function describeStatic(found: StaticName): FoundName {
  if ("area" in found) {
    const { kind, code, slug, nameEn, nameCy, validTo } = found.area;
    return { kind, code, name: nameEn, nameCy, validTo, path: `/areas/${kind}/${slug}` };
  }
  return describeSettlement(found.settlement);
}

export function describeSettlement(settlement: Settlement): Extract<FoundName, { kind: "settlement" }> {
  const { name, nameCy, slug, outcode, council } = settlement;
  const constituencies = settlement.constituencies.map(areaOf).filter((area) => area !== null);
  const [only] = constituencies;
  const path =
    constituencies.length === 1 && only ? `/areas/constituency/${only.slug}` : settlementPath(slug);
  return { kind: "settlement", name, nameCy, path, outcode, council: areaOf(council), constituencies };
}

function areaOf(code: string): NamedArea | null {
  const area = referenceAreas().ofPostcodes.get(code);
  return area ? { code, slug: area.slug, name: area.nameEn, nameCy: area.nameCy } : null;
}
