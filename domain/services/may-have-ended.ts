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
