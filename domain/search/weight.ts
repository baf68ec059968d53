import type { AreaKind } from "@/domain/areas/area";
import type { PlaceKind } from "@/domain/places/place";

/** How likely people mean something by a name, 0 to 1, all else equal. A town of a hundred thousand has about 0.71. */
export const AREA_WEIGHTS: Readonly<Record<AreaKind, number>> = {
  constituency: 0.66,
  council: 0.64,
  icb: 0.58,
  "health-board": 0.58,
  "hsc-trust": 0.58,
  region: 0.8,
  nation: 0.84,
};
/** More than the seats and councils that only have its name in theirs (Surrey Heath), and less than a council that bears it. */
export const COUNTY_WEIGHT = 0.7;
export const COUNTY_OF_A_COUNCIL_WEIGHT = 0.5;
/** Known by few, and never before its successor of the same name. */
export const ENDED_WEIGHT = 0.1;

/** A little more than a hospital's: "Circle" is an organisation before it is one of its hospitals. */
export const PROVIDER_WEIGHT = 0.645;
export const SERVICE_WEIGHT = 0.4;

const ORDINARY_PLACE = 0.5;
const PLACE_WEIGHTS: Partial<Record<PlaceKind, number>> = {
  hospital: 0.64,
  "diagnostic-centre": 0.55,
  // Named after the towns whose hospitals people look for.
  "trust-headquarters": 0.45,
};

export function placeWeight(kind: PlaceKind | null): number {
  return (kind && PLACE_WEIGHTS[kind]) ?? ORDINARY_PLACE;
}

/** What a town is likelier to be meant for lending its name to a constituency: as much as two and a half times the people. */
const NAMESAKE_WEIGHT = 0.06;

/** By the number of people, since a hundred times as many is not a hundred times as likely. See seat-namesake.ts. */
export function settlementWeight(people: number, isNamesake: boolean): number {
  return Math.log10(Math.max(people, 10)) / 7 + (isNamesake ? NAMESAKE_WEIGHT : 0);
}
