import type { ImportRow } from "@/domain/imports/row";
import { plainName } from "@/domain/names/plain-name";
import type { PlaceKind, PositionPrecision } from "@/domain/places/place";
import type { ServiceCategory } from "@/domain/services/category";

/** A code whose entry in its register has ended: it is still nobody else's. */
export type EndedCode = { code: string; on: string };

/** A public place as a row is held against it; `codes` are its register codes of today, `endedCodes` those before. */
export type KnownPlace = {
  id: string;
  name: string;
  kind: PlaceKind;
  /** Of its main address; the point in degrees WGS84, and how well it is known. */
  lines: string;
  postcode: string;
  town: string;
  lat: number | null;
  lon: number | null;
  precision: PositionPrecision | null;
  codes: string[];
  endedCodes: EndedCode[];
  /** A practice's branches: the keys of their addresses, which are their codes, and where they are. */
  branches?: { key: string; postcode: string }[];
};
export type KnownService = {
  id: string;
  name: string;
  category: ServiceCategory;
  placeId: string | null;
  providerId: string | null;
  providerName: string | null;
  areaIds: string[];
};

export type PlaceMatch =
  | {
      kind: "same";
      place: KnownPlace;
      because: "register-code" | "postcode-and-name" | "town-and-name";
      /** Which address of the place, where it is not the main one. */
      addressKey?: string;
    }
  /** No place is surely the one; `look` may be, and somebody has to look. `coded` have the row's code among them. */
  | { kind: "none"; look: KnownPlace[]; coded: KnownPlace[] };

/** Plain names of places, worked out once: a list of thousands is held against thousands. */
const plainNames = new WeakMap<KnownPlace, string>();
function plainNameOf(place: KnownPlace): string {
  const known = plainNames.get(place) ?? plainName(place.name);
  plainNames.set(place, known);
  return known;
}

/** The places with a code: those that have it today, else those whose entry under it ended. */
function placesOfCode(code: string | null, known: readonly KnownPlace[]): KnownPlace[] {
  if (code === null) return [];
  const today = known.filter(({ codes }) => codes.includes(code));
  return today.length > 0 ? today : known.filter((place) => endOfCode(code, place) !== null);
}

/** The day on which a place's entry under a code ended; null where it is in force, or another's. */
export function endOfCode(code: string | null, { codes, endedCodes }: KnownPlace): string | null {
  if (code === null || codes.includes(code)) return null;
  return endedCodes.find((ended) => ended.code === code)?.on ?? null;
}

/**
 * Which place a row means: the one with its register code, of today or ended; else the one at its postcode with its name
 * (a practice is at the postcodes of its branches too); else, for a row without a postcode or where ours has none, the
 * only one of that name in its town. Others at the postcode with words in common, or of that name without a postcode, are
 * for a look. The head office of a trust is meant by the trust's own code, or where nothing else has its name: patients
 * are seen in the hospital that shares it.
 */
export function matchPlace(row: ImportRow, known: readonly KnownPlace[]): PlaceMatch {
  const { registerCode, postcode } = row;
  const coded = placesOfCode(registerCode, known);
  const [only = null] = coded.length === 1 ? coded : coded.filter(isHeadOffice);
  if (only) return { kind: "same", place: only, because: "register-code", ...addressOf(only, row) };
  const name = plainName(row.place);
  const named = hospitalsFirst(known.filter((place) => plainNameOf(place) === name));
  if (postcode !== "") {
    const at = known.filter((place) => postcodesOfPlace(place).includes(postcode));
    const same = named.find((place) => at.includes(place) && !isOtherCode(registerCode, place));
    if (same) return { kind: "same", place: same, because: "postcode-and-name", ...addressOf(same, row) };
    // Ours may be known to its town only: the row can tell where in it.
    const unplaced = named.filter((place) => place.postcode === "" && !isHeadOffice(place));
    const inTown = unplaced.filter((place) => isInTown(row, place) && !isOtherCode(registerCode, place));
    const [one] = inTown;
    if (one && inTown.length === 1) return { kind: "same", place: one, because: "town-and-name" };
    const alike = at.filter((place) => !isHeadOffice(place) && sharesWords(name, plainNameOf(place)));
    return { kind: "none", coded, look: [...coded, ...alike, ...unplaced] };
  }
  const allInTown = named.filter((place) => isInTown(row, place));
  const hospitals = allInTown.filter((place) => !isHeadOffice(place));
  const inTown = hospitals.length > 0 ? hospitals : allInTown;
  const [one] = inTown;
  if (one && inTown.length === 1 && !isOtherCode(registerCode, one))
    return { kind: "same", place: one, because: "town-and-name" };
  return { kind: "none", coded, look: [...coded, ...inTown] };
}

/** A row without a town says it by the place's name where that has the town in it: "SpaMedica Carlisle". */
function isInTown(row: ImportRow, place: KnownPlace): boolean {
  const town = plainName(place.town);
  if (town === "") return false;
  return row.town === "" ? ` ${plainName(row.place)} `.includes(` ${town} `) : plainName(row.town) === town;
}

/** Where a place is: at its main address, and at its branches. */
export function postcodesOfPlace({ postcode, branches = [] }: KnownPlace): string[] {
  return [...new Set([postcode, ...branches.map((branch) => branch.postcode)])];
}

/** The branch that a row means, by its code or its postcode; nothing for the main address. */
function addressOf({ postcode, branches = [] }: KnownPlace, row: ImportRow): { addressKey?: string } {
  const branch =
    branches.find(({ key }) => key === row.registerCode) ??
    (row.postcode === postcode ? undefined : branches.find((one) => one.postcode === row.postcode));
  return branch ? { addressKey: branch.key } : {};
}

const isHeadOffice = ({ kind }: KnownPlace) => kind === "trust-headquarters";

function hospitalsFirst(places: readonly KnownPlace[]): KnownPlace[] {
  return [...places].sort((a, b) => Number(isHeadOffice(a)) - Number(isHeadOffice(b)));
}

/** Two codes of one register are two entries, whatever their names. */
function isOtherCode(code: string | null, place: KnownPlace): boolean {
  return code !== null && place.codes.length > 0 && !place.codes.includes(code);
}

/** Words that half of all places have in their names tell nothing. */
const COMMON = new Set(
  "the and of at centre center clinic surgery practice medical health hospital community".split(" "),
);

function sharesWords(a: string, b: string): boolean {
  const words = new Set(a.split(" ").filter((word) => word.length > 2 && !COMMON.has(word)));
  return b.split(" ").some((word) => words.has(word));
}

export type ServiceMatch =
  | { kind: "same"; service: KnownService; note: "provider-changes" | "left-unnamed" | null }
  | { kind: "new"; lookAt: KnownService | null };

/**
 * Which service a row means, of those at its place (or serving its area): the one of its kind with its provider. One
 * that has no named provider is the same, and so is a named one for a row that does not name it. A register's code tells
 * that it is the same although the provider is another: a change (`domain/imports/tenure.ts`). Without it, it is another
 * service, for a look.
 * @param providerId null for a provider that is new to us.
 * @param byCode the row's place was told by its register code
 * @param isOther somebody has looked: it is not the one of another provider.
 * @param tookOver somebody has looked: its provider took over from the other, or the other was a mistake.
 */
export function matchService(
  row: Pick<ImportRow, "category" | "provider">,
  at: readonly KnownService[],
  {
    providerId,
    byCode,
    isOther,
    tookOver = false,
  }: { providerId: string | null; byCode: boolean; isOther: boolean; tookOver?: boolean },
): ServiceMatch {
  const ofKind = at.filter(({ category }) => category === row.category);
  const isSame = (service: KnownService) =>
    row.provider === null
      ? service.providerId === null
      : service.providerId === providerId && providerId !== null;
  const same = ofKind.find(isSame);
  if (same) return { kind: "same", service: same, note: null };
  const [first] = ofKind;
  if (!first || isOther) return { kind: "new", lookAt: null };
  const unnamed = ofKind.find((service) => service.providerId === null);
  if (row.provider !== null && unnamed) return { kind: "same", service: unnamed, note: null };
  if (row.provider === null && ofKind.length === 1)
    return { kind: "same", service: first, note: "left-unnamed" };
  if ((byCode || tookOver) && ofKind.length === 1)
    return { kind: "same", service: first, note: "provider-changes" };
  return { kind: "new", lookAt: first };
}
