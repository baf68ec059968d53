import type { AreaKind } from "@/domain/areas/area";
import type { AddressValue, ClaimField, ClaimValue, RecordType } from "@/domain/claims/claim";
import type { StarterSourceKey } from "./sources";

/** One fact of one starter record, as one source states it. */
export type StarterFact = {
  field: ClaimField;
  value: unknown;
  source: StarterSourceKey;
  /** What the source says, in one sentence of ours or one quoted. */
  says: string;
  /** Partial dates between which the fact held, where the source gives a period. */
  validFrom?: string;
  validTo?: string;
  /** The source whose claim of the same field this one replaces, because it says the same and more. */
  replaces?: StarterSourceKey;
};

export type StarterRecord = {
  /** Record type and slug, such as "place/cumberland-infirmary"; `starterId` makes the id from it. */
  key: `${Exclude<RecordType, "area">}/${string}`;
  facts: StarterFact[];
};

type Extra = Pick<StarterFact, "validFrom" | "validTo" | "replaces">;

/** A fact whose value fits its field, checked by the compiler. */
function factOf<T extends RecordType>() {
  return <F extends ClaimField<T>>(
    field: F,
    value: ClaimValue<T, F>,
    source: StarterSourceKey,
    says: string,
    extra: Extra = {},
  ): StarterFact => ({ field, value, source, says, ...extra });
}

export const ofService = factOf<"service">();
export const ofPlace = factOf<"place">();
export const ofProvider = factOf<"provider">();
export const ofCommissioner = factOf<"commissioner">();
export const ofContract = factOf<"contract">();

/** Stands for an area's id, which each database chooses itself; the loader puts the id in its place. */
export function areaRef(kind: AreaKind, code: string): string {
  return `area:${kind}/${code}`;
}

/** A place's main address with nothing known of it but what is given. */
export function mainAddress(known: Partial<AddressValue>): AddressValue {
  return { key: "main", lines: "", town: "", postcode: "", lon: null, lat: null, precision: null, ...known };
}
