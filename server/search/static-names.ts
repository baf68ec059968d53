import { processWide } from "@/db/process-wide";
import { readNames } from "@/db/reference/names";
import type { AreaKind, AreaRecord } from "@/domain/areas/area";
import { COUNCIL_NAMES, councilHints } from "@/domain/areas/council-names";
import { BESIDE_TOWNS, COUNTIES, type County } from "@/domain/areas/county";
import { areaSlug } from "@/domain/areas/slug";
import { ALSO_CALLED, LARGE_AREA_NAMES, LITTLE_CITIES } from "@/domain/search/also-called";
import { NameIndex } from "@/domain/search/name-index";
import type { Indexed } from "@/domain/search/name-index-parts";
import { countyPath, type FoundName, type NamedArea, settlementPath } from "@/domain/search/results";
import { isSeatNamesake, namesOfSeat } from "@/domain/search/seat-namesake";
import type { Settlement } from "@/domain/search/settlement";
import {
  AREA_WEIGHTS,
  COUNTY_OF_A_COUNCIL_WEIGHT,
  COUNTY_WEIGHT,
  ENDED_WEIGHT,
  settlementWeight,
} from "@/domain/search/weight";
import { referenceAreas } from "@/server/reference/reference-areas";

/** An area or a settlement as it lies in the index: short, and made into a FoundName when it is found. */
export type StaticName = { area: AreaRecord } | { settlement: Settlement } | { county: County };

/** What people add to say which kind they mean: "Leeds council", "the MP for Carlisle". */
const KIND_HINTS: Readonly<Record<Exclude<AreaKind, "council">, string>> = {
  constituency: "constituency seat MP",
  icb: "ICB integrated care board NHS",
  "health-board": "health board NHS",
  "hsc-trust": "health social care trust NHS HSC",
  region: "region England",
  nation: "nation country",
};
const SETTLEMENT_HINTS = "town city village";
const COUNTY_HINTS = "county";
/** The list of settlements calls what large users of post have outward codes of their own for the "City of Leicester". */
const NO_TOWN = "City of ";

type StaticNames = {
  index: NameIndex<StaticName>;
  bySlug: ReadonlyMap<string, Settlement>;
  counties: ReadonlyMap<string, County>;
};

/** The index of what the clone knows by name: areas of today, areas that ended, settlements. */
export function staticNames(): StaticNames {
  return processWide("static-names", build);
}

function build(): StaticNames {
  const { all } = referenceAreas();
  const settlements = readNames();
  // One of a single council leads nowhere that the council does not: see `asCounty`.
  const counties = COUNTIES.filter(({ councils }) => councils.length > 1);
  const towns = settlements.filter(({ name }) => !name.startsWith(NO_TOWN));
  const entries = [
    ...all.map(ofArea),
    ...towns.map(ofSettlement),
    ...counties.map(ofCounty),
    ...counties.flatMap(ofCountyCouncil),
  ];
  return {
    index: new NameIndex(entries),
    bySlug: new Map(settlements.map((row) => [row.slug, row])),
    counties: new Map(counties.map((county) => [countySlug(county), county])),
  };
}

/** By a council's slug, what its counties are called: "Ashford, Kent". */
const countyNames = new Map<string, string[]>();
for (const { name, short, councils } of [...COUNTIES, ...BESIDE_TOWNS])
  for (const slug of councils) countyNames.set(slug, [...(countyNames.get(slug) ?? []), name, ...short]);

/** What the nation is called behind a town: "Perth, Scotland". London is said as a county is. */
function nationNames(council: string): string {
  if (council.startsWith("W")) return "Wales Cymru";
  if (council.startsWith("S")) return "Scotland";
  if (council.startsWith("N")) return "Northern Ireland NI";
  return council.startsWith("E09") ? "England Greater London" : "England";
}

function ofCounty(county: County): Indexed<StaticName> {
  return {
    item: { county },
    names: namesOf({ county }),
    hints: [COUNTY_HINTS],
    weight: county.councils.includes(countySlug(county)) ? COUNTY_OF_A_COUNCIL_WEIGHT : COUNTY_WEIGHT,
  };
}

/** "Surrey County Council" is no council of ours: it leads to the councils in the county. Durham's is one. */
function ofCountyCouncil(county: County): Indexed<StaticName>[] {
  const slug = countySlug(county);
  if (county.councils.some((one) => one === slug || one === `county-${slug}`)) return [];
  const names = [`${county.name} County Council`, `${county.name} Council`];
  return [{ item: { county }, names, hints: [], weight: COUNTY_OF_A_COUNCIL_WEIGHT }];
}

function countySlug({ name }: County): string {
  return areaSlug("council", name);
}

function ofArea(area: AreaRecord): Indexed<StaticName> {
  const { kind, code, slug, validTo } = area;
  const isCouncil = isCouncilOfToday(area);
  const weight = validTo === null ? AREA_WEIGHTS[kind] : ENDED_WEIGHT;
  const counties = isCouncil ? (countyNames.get(slug) ?? []) : [];
  return {
    item: { area },
    names: namesOf({ area }),
    hints: [kind === "council" ? councilHints(code) : KIND_HINTS[kind], ...counties],
    weight,
  };
}

function isCouncilOfToday({ kind, validTo }: AreaRecord): boolean {
  return kind === "council" && validTo === null;
}

/** A council that is all of a county is called that too: "IoW", "County Fermanagh". */
function asCounty(council: string): string[] {
  return COUNTIES.filter(({ councils }) => councils.length === 1 && councils[0] === council).flatMap(
    ({ name, short }) => [name, ...short],
  );
}

/** Every name that it is found by: in both languages, what people say, its codes. */
export function namesOf(found: StaticName): readonly string[] {
  if ("county" in found) return [found.county.name, ...found.county.short];
  if ("settlement" in found) {
    const { slug, name, nameCy } = found.settlement;
    return [...(ALSO_CALLED[slug] ?? [name]), ...(nameCy === null ? [] : [nameCy])];
  }
  const { area } = found;
  const { kind, slug, nameEn, nameCy, code, odsCode } = area;
  const own = isCouncilOfToday(area)
    ? [...(COUNCIL_NAMES[slug] ?? []), ...asCounty(slug)]
    : (LARGE_AREA_NAMES[`${kind}/${slug}`] ?? []);
  return [nameEn, nameCy, bareName(area), turnedName(area), ...own, code, odsCode].filter(
    (name) => name !== null,
  );
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

function namesAsSeat(seat: string): ReadonlySet<string> {
  const known = seatNames.get(seat) ?? namesOfSeat(areaOf(seat)?.name ?? "");
  seatNames.set(seat, known);
  return known;
}

function ofSettlement(settlement: Settlement): Indexed<StaticName> {
  const { name, slug, people, council, outcode } = settlement;
  const ofCouncil = areaOf(council);
  const isNamesake = settlement.constituencies.some((code) => isSeatNamesake(name, namesAsSeat(code)));
  return {
    item: { settlement },
    names: namesOf({ settlement }),
    hints: [
      SETTLEMENT_HINTS,
      outcode,
      nationNames(council),
      ...(ofCouncil ? [ofCouncil.name, ...(countyNames.get(ofCouncil.slug) ?? [])] : []),
    ],
    weight: settlementWeight(people, isNamesake || LITTLE_CITIES.has(slug)),
  };
}

/** As it is shown. A settlement in one constituency leads straight there, the others to a page that asks. */
export function describeStatic(found: StaticName): FoundName {
  if ("area" in found) {
    const { kind, code, slug, nameEn, nameCy, validTo } = found.area;
    return { kind, code, name: nameEn, nameCy, validTo, path: `/areas/${kind}/${slug}` };
  }
  return "county" in found ? describeCounty(found.county) : describeSettlement(found.settlement);
}

export function describeCounty(county: County): Extract<FoundName, { kind: "county" }> {
  const councils = county.councils
    .map((slug) => councilsBySlug().get(slug))
    .filter((area) => area !== undefined);
  return { kind: "county", name: county.name, nameCy: null, path: countyPath(countySlug(county)), councils };
}

let bySlug: ReadonlyMap<string, NamedArea> | undefined;

function councilsBySlug(): ReadonlyMap<string, NamedArea> {
  bySlug ??= new Map(
    [...referenceAreas().ofPostcodes.values()]
      .filter(({ kind }) => kind === "council")
      .map(({ code, slug, nameEn, nameCy }) => [slug, { code, slug, name: nameEn, nameCy }]),
  );
  return bySlug;
}

export function describeSettlement(settlement: Settlement): Extract<FoundName, { kind: "settlement" }> {
  const { nameCy, slug, outcode, council } = settlement;
  const name = ALSO_CALLED[slug]?.[0] ?? settlement.name;
  const constituencies = settlement.constituencies.map(areaOf).filter((area) => area !== null);
  const [only] = constituencies;
  const path =
    constituencies.length === 1 && only ? `/areas/constituency/${only.slug}` : settlementPath(slug);
  return { kind: "settlement", name, nameCy, path, outcode, council: areaOf(council), constituencies };
}

/** The council with the largest part of a settlement. */
export function councilOf({ council }: Settlement): NamedArea | null {
  return areaOf(council);
}

function areaOf(code: string): NamedArea | null {
  const area = referenceAreas().ofPostcodes.get(code);
  return area ? { code, slug: area.slug, name: area.nameEn, nameCy: area.nameCy } : null;
}
