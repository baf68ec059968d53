import { readNames } from "@/db/reference/names";
import { readPlaceTable } from "@/db/reference/place-table";
import { readReferenceFile } from "@/db/reference/read-together";
import type { AreaRecord } from "@/domain/areas/area";
import { COUNTIES } from "@/domain/areas/county";
import { ALSO_CALLED } from "@/domain/search/also-called";
import { normaliseName } from "@/domain/search/normalise";
import { isSeatNamesake, namesOfSeat } from "@/domain/search/seat-namesake";
import type { Settlement } from "@/domain/search/settlement";

/** A smaller place shares its outward code with too many others for the middle of that to be its own. */
const LEAST_PEOPLE = 5_000;
/** Of several places of one name the largest is meant where it has so many times the people of the next. */
const SURELY = 20;
/** So many addresses of official lists say what is meant by a town's name. */
const ENOUGH_ADDRESSES = 5;

type Known = {
  byName: ReadonlyMap<string, readonly Settlement[]>;
  /** Codes of councils by what a county or a council is called. */
  councilsOf: ReadonlyMap<string, ReadonlySet<string>>;
  seats: ReadonlyMap<string, string>;
  /** By the town of an address on an official list: how many there are of each outward code. */
  addresses: ReadonlyMap<string, ReadonlyMap<string, number>>;
};

let known: Known | undefined;

/**
 * The one settlement that somebody means who writes this town into an address, "Ely" or "Newport, Gwent": the only large one of
 * that name (in that county), else the one where the addresses of official lists have it. Undefined for a village, and where it could be several.
 */
export function settlementMeant(written: string): Settlement | undefined {
  known ??= load();
  const { byName, councilsOf, addresses } = known;
  const whole = byName.get(normaliseName(written));
  const [, town = "", county = ""] = /^(.+),([^,]+)$/.exec(written) ?? [];
  const told = normaliseName(whole ? written : town);
  const codes = addresses.get(told) ?? new Map<string, number>();
  if (whole) return mostly(largest(whole) ?? ofAddresses(whole, codes), codes);
  const councils = councilsOf.get(normaliseName(county));
  return mostly(largest((byName.get(told) ?? []).filter(({ council }) => councils?.has(council))), codes);
}

function largest([first, second]: readonly Settlement[]): Settlement | undefined {
  if (!first) return undefined;
  if (first.people === 0) return second === undefined && isOfItsSeat(first) ? first : undefined;
  return first.people >= LEAST_PEOPLE && first.people >= (second?.people ?? 0) * SURELY ? first : undefined;
}

/** The list does not say how many people live in Inverness or Poole; a seat is called after a town that people know. */
function isOfItsSeat({ name, constituencies: [seat = ""] }: Settlement): boolean {
  return isSeatNamesake(name, namesOfSeat(known?.seats.get(seat) ?? ""));
}

/** All "Preston" of official lists is in PR, where one Preston is; "Newport" is in four. */
function ofAddresses(settlements: readonly Settlement[], codes: ReadonlyMap<string, number>) {
  const letters = new Set([...codes.keys()].map(lettersOf));
  const addresses = [...codes.values()].reduce((sum, count) => sum + count, 0);
  if (letters.size !== 1 || addresses < ENOUGH_ADDRESSES) return undefined;
  return largest(settlements.filter(({ outcode }) => letters.has(lettersOf(outcode))));
}

/** With the outward code that most of its addresses have: Ely is more in CB6 than in CB7, whose middle is in Soham. */
function mostly(settlement: Settlement | undefined, codes: ReadonlyMap<string, number>) {
  if (!settlement) return undefined;
  const own = [...codes].filter(([code]) => lettersOf(code) === lettersOf(settlement.outcode));
  const [outcode, addresses] = own.reduce((most, one) => (one[1] > most[1] ? one : most), ["", 0]);
  return addresses < ENOUGH_ADDRESSES ? settlement : { ...settlement, outcode };
}

const lettersOf = (postcode: string) => /^[A-Z]+/.exec(postcode)?.[0] ?? "";

function load(): Known {
  const areas = JSON.parse(readReferenceFile("areas.json").toString("utf8")) as readonly AreaRecord[];
  const byName = new Map<string, Settlement[]>();
  for (const settlement of readNames()) {
    const { name, nameCy, slug } = settlement;
    const names = [name, nameCy ?? name, ...(ALSO_CALLED[slug] ?? [])].map(normaliseName);
    for (const one of new Set(names)) {
      // The largest comes first; a name that half of its people use is its own before any hamlet's.
      byName.set(one, [...(byName.get(one) ?? []), settlement]);
    }
  }
  return {
    byName,
    councilsOf: councilsByName(areas.filter(({ kind, validTo }) => kind === "council" && validTo === null)),
    seats: new Map(areas.map(({ code, nameEn }) => [code, nameEn])),
    addresses: addressesByTown(),
  };
}

function councilsByName(councils: readonly AreaRecord[]): Known["councilsOf"] {
  const codes = new Map(councils.map(({ slug, code }) => [slug, code]));
  const named = new Map(councils.map(({ nameEn, code }) => [normaliseName(nameEn), new Set([code])]));
  for (const { name, short, councils: slugs } of COUNTIES) {
    const inIt = slugs.flatMap((slug) => codes.get(slug) ?? []);
    for (const one of [name, ...short].map(normaliseName))
      named.set(one, new Set([...(named.get(one) ?? []), ...inIt]));
  }
  return named;
}

function addressesByTown(): Known["addresses"] {
  const found = new Map<string, Map<string, number>>();
  for (const { address } of readPlaceTable().places) {
    const [outcode = ""] = address.postcode.split(" ");
    if (outcode === "" || address.town === "") continue;
    const town = normaliseName(address.town);
    const held = found.get(town) ?? new Map<string, number>();
    found.set(town, held.set(outcode, (held.get(outcode) ?? 0) + 1));
  }
  return found;
}
