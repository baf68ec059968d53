import {
  type PaidForBy,
  paidForBySchema,
  type WaitingTimes,
  waitingTimesSchema,
} from "@/domain/claims/claim";
import type { ClaimRead } from "@/domain/claims/reading";

/** More months than a plot of four numbers can hold on a phone; older ones stay in the list of facts. */
const MOST_MONTHS = 6;

/** The patients of one service as its page plots them, and the claims that say so, which its list of facts then leaves out. */
export type ServiceNumbers = {
  /** Newest first; never empty. */
  months: readonly WaitingTimes[];
  /** Who paid for what ended in the newest of them, the most first. */
  payers: readonly PaidForBy[];
  claims: readonly ClaimRead[];
};

/**
 * What the claims in force say of patients; null where none does.
 * @param claims of one service.
 */
export function serviceNumbers(claims: readonly ClaimRead[]): ServiceNumbers | null {
  const held = claims.filter(({ isInForce }) => isInForce);
  const counted = held
    .filter(({ field }) => field === "waiting-times")
    .map((claim) => ({ claim, value: waitingTimesSchema.parse(claim.value) }))
    .toSorted((a, b) => (a.value.key < b.value.key ? 1 : -1))
    .slice(0, MOST_MONTHS);
  const [newest] = counted;
  if (!newest) return null;
  const paid = held
    .filter(({ field }) => field === "paid-for-by")
    .map((claim) => ({ claim, value: paidForBySchema.parse(claim.value) }))
    .filter(({ value }) => value.month === newest.value.key)
    .toSorted((a, b) => b.value.completed - a.value.completed);
  return {
    months: counted.map(({ value }) => value),
    payers: paid.map(({ value }) => value),
    claims: [...counted, ...paid].map(({ claim }) => claim),
  };
}
