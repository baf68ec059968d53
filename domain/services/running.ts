import type { ServiceStatus } from "./service";

/** Patients that a month's figures count for one service; `key` is the month, such as 2026-04. */
type MonthOfFigures = {
  key: string;
  completedAdmitted: number;
  completedNonAdmitted: number;
  waiting: number;
  newReferrals: number;
};

/** Why a service that no source calls ended is in no count of what runs; the first that holds is the reason. */
export const NOT_COUNTED = ["no-longer-listed", "little-activity"] as const;
export type NotCounted = (typeof NOT_COUNTED)[number];

/** Whether it counts as running: what a source says of its state, and nothing that takes it out of the count. */
export function isRunning(service: {
  status: ServiceStatus;
  notCounted?: NotCounted | null | undefined;
}): boolean {
  return service.status === "operating" && (service.notCounted ?? null) === null;
}

/** So many patients waiting, with no treatment and no new referral, are not a service that runs. */
export const MOST_WAITING_WITHOUT_ACTIVITY = 5;

/**
 * Little or no activity: nobody was treated, nobody was newly referred, and five patients or fewer wait. Such patients may be
 * left over from a service that closed, or filed under a code by mistake.
 */
export function isLittleActivity(month: Omit<MonthOfFigures, "key">): boolean {
  const { completedAdmitted, completedNonAdmitted, newReferrals, waiting } = month;
  return (
    completedAdmitted + completedNonAdmitted + newReferrals === 0 && waiting <= MOST_WAITING_WITHOUT_ACTIVITY
  );
}

/**
 * The month of a service's newest figures where they are little or no activity; else null. A source of a later day that says
 * that the service runs outweighs them.
 * @param months all that its figures say.
 * @param operatingOn the day on which a source last said that it runs, ISO.
 */
export function quietMonth(months: readonly MonthOfFigures[], operatingOn: string | null): string | null {
  const newest = months.reduce<MonthOfFigures | null>(
    (latest, one) => (latest === null || one.key > latest.key ? one : latest),
    null,
  );
  if (newest === null || !isLittleActivity(newest)) return null;
  // "2026-05-01" is after every day of "2026-04", whatever its last.
  const isOutweighed = operatingOn !== null && operatingOn.slice(0, 7) > newest.key;
  return isOutweighed ? null : newest.key;
}
