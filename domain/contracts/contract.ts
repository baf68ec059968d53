/** Contract types across the four nations. The type does not tell who holds it. */
export const CONTRACT_TYPES = [
  "gms",
  "pms",
  "apms",
  "17j",
  "17c",
  "2c",
  "nhs-standard-contract",
  "framework",
  "subcontract",
  "other",
  "unknown",
] as const;
export type ContractType = (typeof CONTRACT_TYPES)[number];

/** What a contract is called that has neither a reference of its notice nor words of what it covers. */
export const CONTRACT_NAMES: Readonly<Record<ContractType, string>> = {
  gms: "GMS contract",
  pms: "PMS agreement",
  apms: "APMS contract",
  "17j": "Section 17J contract",
  "17c": "Section 17C agreement",
  "2c": "Section 2C arrangement",
  "nhs-standard-contract": "NHS Standard Contract",
  framework: "framework agreement",
  subcontract: "subcontract",
  other: "contract of another type",
  unknown: "contract of a type that we do not know",
};

/** Provider Selection Regime (England, since January 2024); before it "earlier". */
export const AWARD_ROUTES = [
  "competitive",
  "direct-award-a",
  "direct-award-b",
  "direct-award-c",
  "most-suitable-provider",
  "urgent",
  "framework",
  "earlier",
  "unknown",
] as const;
export type AwardRoute = (typeof AWARD_ROUTES)[number];

export const COMMISSIONER_KINDS = [
  "icb",
  "nhs-england",
  "trust",
  "health-board",
  "hsc-trust",
  "council",
  "other",
] as const;
export type CommissionerKind = (typeof COMMISSIONER_KINDS)[number];
