import { CONTRACT_TYPES, type ContractType } from "@/domain/contracts/contract";
import { ROW_PROVIDER_KINDS, ROW_STATUSES } from "@/domain/imports/row";
import { PLACE_KINDS, type PlaceKind } from "@/domain/places/place";
import { SERVICE_CATEGORIES, type ServiceCategory } from "@/domain/services/category";

/** Words that people write for the members of our closed lists. The members themselves are understood as well. */
const CATEGORIES: Readonly<Record<string, ServiceCategory>> = {
  gp: "gp-practice",
  "gp-surgery": "gp-practice",
  "general-practice": "gp-practice",
  "walk-in-centre": "urgent-care",
  "urgent-treatment-centre": "urgent-care",
  "out-of-hours": "out-of-hours-gp",
  111: "nhs-111",
  diagnostics: "diagnostics-and-scans",
  scans: "diagnostics-and-scans",
  mri: "diagnostics-and-scans",
  "community-diagnostic-centre": "diagnostics-and-scans",
  laboratory: "pathology",
  ophthalmology: "eye-care",
  cataract: "eye-care",
  cataracts: "eye-care",
  eyes: "eye-care",
  surgery: "planned-surgery",
  "elective-surgery": "planned-surgery",
  outpatients: "outpatient-clinic",
  audiology: "hearing",
  physio: "physiotherapy",
  msk: "physiotherapy",
  iapt: "talking-therapies",
  hospice: "end-of-life-care",
  "end-of-life": "end-of-life-care",
  "drug-and-alcohol": "addiction",
  "childrens-health": "childrens-community-health",
  top: "abortion",
  "top-clinic": "abortion",
  termination: "abortion",
  "termination-of-pregnancy": "abortion",
  "abortion-care": "abortion",
  "abortion-clinic": "abortion",
  sarc: "sexual-assault",
  "rape-crisis": "sexual-assault",
  "sexual-violence": "sexual-assault",
  "sexual-assault-referral": "sexual-assault",
  "sexual-assault-referral-centre": "sexual-assault",
  "sexual-health-assault-referral": "sexual-assault",
  refuge: "domestic-abuse",
  "womens-refuge": "domestic-abuse",
  "womens-aid": "domestic-abuse",
  "domestic-violence": "domestic-abuse",
  gic: "gender-identity",
  "gender-clinic": "gender-identity",
  "gender-identity-clinic": "gender-identity",
  "gender-dysphoria": "gender-identity",
  transgender: "gender-identity",
};
const PLACES: Readonly<Record<string, PlaceKind>> = {
  gp: "gp-practice",
  practice: "gp-practice",
  surgery: "gp-practice",
  "community-diagnostic-centre": "diagnostic-centre",
  cdc: "diagnostic-centre",
};
// "Social enterprise" is not among them: it can be a company, a society or a charity, and does not say which.
const PROVIDERS: Readonly<Record<string, (typeof ROW_PROVIDER_KINDS)[number]>> = {
  unknown: "not-known",
  private: "private-sector",
  "private-company": "company",
  limited: "company",
  ltd: "company",
  plc: "company",
  cic: "community-interest-company",
  nhs: "nhs-body",
  "nhs-trust": "nhs-body",
};
const STATUSES: Readonly<Record<string, (typeof ROW_STATUSES)[number]>> = {
  open: "operating",
  running: "operating",
  active: "operating",
  closed: "ended",
  "not-yet-open": "planned",
};

/** "GP practice", "gp_practice" and "GP Practice" are one word. */
function member<T extends string>(
  typed: string,
  list: readonly T[],
  also: Readonly<Record<string, T>>,
): T | null {
  const key = typed
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return list.find((one) => one === key) ?? also[key] ?? null;
}

export const readCategory = (typed: string) => member(typed, SERVICE_CATEGORIES, CATEGORIES);
export const readPlaceKind = (typed: string) => member(typed, PLACE_KINDS, PLACES);
export const readProviderKind = (typed: string) => member(typed, ROW_PROVIDER_KINDS, PROVIDERS);
export const readStatus = (typed: string) => member(typed, ROW_STATUSES, STATUSES);
export const readContractType = (typed: string): ContractType | null => member(typed, CONTRACT_TYPES, {});

/** True for words that say what an organisation wants to be, not what it is in law. */
export function saysSocialEnterprise(typed: string): boolean {
  return /^social[\s_-]*enterprise$/i.test(typed.trim());
}

/** "Not named" is a full answer and has to be written: an empty cell may only have been forgotten. */
export function saysNotNamed(typed: string): boolean {
  return /^(not (named|known|stated)|unknown|unnamed|name not known|n\/a)$/i.test(typed.trim());
}
