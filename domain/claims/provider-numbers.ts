import {
  type Claim,
  type PaidForBy,
  paidForBySchema,
  type WaitingTimes,
  waitingTimesSchema,
} from "@/domain/claims/claim";
import { claimsInForce } from "@/domain/claims/in-force";

/**
 * What a provider did in one month, added up: its services, of which `services` were in the extract, and what the extract
 * files of it without a place of care (`isAlsoElsewhere`).
 */
export type ProviderNumbers = Omit<WaitingTimes, "key"> & {
  month: string;
  services: number;
  isAlsoElsewhere: boolean;
};

/**
 * The newest month of which the claims tell anything; null where none does.
 * @param claims of a provider and of its services.
 */
export function addUpNumbers(claims: readonly Claim[]): ProviderNumbers | null {
  const months = inForceValues(claims, "waiting-times").map(({ value, recordId, recordType }) => ({
    ...waitingTimesSchema.parse(value),
    recordId,
    isOfService: recordType === "service",
  }));
  const month = months
    .map(({ key }) => key)
    .toSorted()
    .at(-1);
  if (month === undefined) return null;
  const of = months.filter(({ key }) => key === month);
  const sum = (count: keyof Omit<WaitingTimes, "key">) => of.reduce((total, one) => total + one[count], 0);
  return {
    month,
    services: new Set(of.filter(({ isOfService }) => isOfService).map(({ recordId }) => recordId)).size,
    isAlsoElsewhere: of.some(({ isOfService }) => !isOfService),
    completedAdmitted: sum("completedAdmitted"),
    completedNonAdmitted: sum("completedNonAdmitted"),
    waiting: sum("waiting"),
    newReferrals: sum("newReferrals"),
  };
}

/** Who paid for treatment in the newest month told, the most first. */
export function addUpPayers(claims: readonly Claim[]): PaidForBy[] {
  const all = inForceValues(claims, "paid-for-by").map(({ value }) => paidForBySchema.parse(value));
  const month = all
    .map((one) => one.month)
    .toSorted()
    .at(-1);
  const byArea = new Map<string, PaidForBy>();
  for (const one of all) {
    if (one.month !== month) continue;
    const held = byArea.get(one.areaId);
    byArea.set(one.areaId, held ? { ...held, completed: held.completed + one.completed } : one);
  }
  return [...byArea.values()].sort((a, b) => b.completed - a.completed || (a.areaId < b.areaId ? -1 : 1));
}

/** The claims in force of each record by itself: two records' claims of the same month do not contradict each other. */
function inForceValues(claims: readonly Claim[], field: string): Claim[] {
  const byRecord = new Map<string, Claim[]>();
  for (const claim of claims)
    if (claim.field === field) byRecord.set(claim.recordId, [...(byRecord.get(claim.recordId) ?? []), claim]);
  return [...byRecord.values()].flatMap(claimsInForce);
}
