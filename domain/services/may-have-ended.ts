/** Message keys that say why services may have ended; `Mixed` where their reasons differ. */
export type MayHaveEndedKey =
  | "mayHaveEndedRegister"
  | "mayHaveEndedList"
  | "mayHaveEndedReported"
  | "mayHaveEndedMixed";

const REASONS: Readonly<Record<string, MayHaveEndedKey>> = {
  "register-entry-ended": "mayHaveEndedRegister",
  "no-longer-listed": "mayHaveEndedList",
  reported: "mayHaveEndedReported",
};

/** @param reasons why each of some services may have ended (`may-have-ended` claims), one entry a service. */
export function mayHaveEndedKey(reasons: readonly string[]): MayHaveEndedKey {
  const different = new Set(reasons);
  const [only = ""] = different;
  return (different.size === 1 && REASONS[only]) || "mayHaveEndedMixed";
}

/** A register's entry that ended longer ago than this, with nothing newer said of the service, takes it out of the count. */
export const MONTHS_UNTIL_NOT_COUNTED = 12;

/**
 * A service that is no longer listed separately: the register's entry of its place ended more than twelve months ago, no
 * other entry of the place is open, and no source has since said who runs it. Practices merge, so care there may go on
 * under another name; it is not counted, because nothing says that this organisation still runs it.
 * @param entryEndedOn the last day of the place's last entry, ISO; null while one is open or none ever was.
 * @param today ISO
 */
export function isNoLongerListed(
  service: { mayHaveEndedReason: string | null; entryEndedOn: string | null; lastConfirmedOn: string | null },
  today: string,
): boolean {
  const { mayHaveEndedReason, entryEndedOn, lastConfirmedOn } = service;
  if (mayHaveEndedReason !== "register-entry-ended" || entryEndedOn === null) return false;
  if (lastConfirmedOn !== null && lastConfirmedOn > entryEndedOn) return false;
  const years = MONTHS_UNTIL_NOT_COUNTED / 12;
  // 29 February leads to a day that is in no calendar, and compares as it should.
  return `${Number(entryEndedOn.slice(0, 4)) + years}${entryEndedOn.slice(4, 10)}` < today;
}
