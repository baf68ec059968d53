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
