import type { IdentifierScheme, PlaceKind, PositionPrecision } from "./place";

/** The registers that list places. New ones go to the end: the shipped table stores their number. */
export const PLACE_REGISTERS = [
  "gp-practices",
  "hospitals",
  "diagnostic-centres",
  "nhs-trusts",
  "gp-branches",
] as const;
export type PlaceRegister = (typeof PLACE_REGISTERS)[number];

/**
 * What a register lets us say of the organisation a place belongs to: "nhs" when it is, or is named, an NHS trust;
 * "not-a-trust" otherwise, which is not the same as private: social enterprises and charities are among them.
 */
export const PARENT_SECTORS = ["nhs", "not-a-trust"] as const;
export type PlaceParent = { code: string; name: string; sector: (typeof PARENT_SECTORS)[number] };

/** A place as a register lists it, ready to be loaded: names in proper case, the position checked or made. */
export type RegisterPlace = {
  /** The row's own key in its register, stable from one edition to the next: "ods/A82015", "cdc/Ely CDC". */
  key: string;
  register: PlaceRegister;
  kind: PlaceKind;
  name: string;
  /** Several where the same place is listed more than once or had another code before. ISO days. */
  identifiers: { scheme: IdentifierScheme; code: string; from: string | null; to: string | null }[];
  address: {
    lines: string;
    town: string;
    postcode: string;
    /** Degrees WGS84; null where neither the register nor the postcode says where it is. */
    lon: number | null;
    lat: number | null;
    precision: PositionPrecision | null;
  };
  /** Empty where the register names none (practices, diagnostic centres, trusts). */
  parents: PlaceParent[];
  /** ODS code of the health body it belongs to; null where the register gives none. */
  healthBodyCode: string | null;
};

/** A branch surgery as its register lists it: another address of the practice that runs it, never a place of its own. */
export type RegisterBranch = {
  code: string;
  name: string;
  /** ODS code of the practice. */
  practiceCode: string;
  /** ISO days; `to` is null while it goes on. */
  from: string | null;
  to: string | null;
  address: RegisterPlace["address"];
};

/**
 * An entry that a register's edition has and does not list as open and active: the day it ended, ISO, or null where the
 * edition gives none (a dormant practice).
 */
export type EndedEntry = { register: PlaceRegister; code: string; day: string | null };

export const LEAD_ENTRIES = ["active", "ended", "dormant"] as const;

/** A practice that a payments file lists on an APMS contract: somebody should find out who holds it. */
export type ContractLead = {
  code: string;
  name: string;
  postcode: string;
  /** What the register says of the practice's entry since. */
  entry: (typeof LEAD_ENTRIES)[number];
  /** The day the entry ended, ISO; null where it did not, or the register does not say. */
  endedOn: string | null;
};
