/** Everything the security log can say. A closed list, as the audit's is: docs/security.md tells what each is for. */
export const SECURITY_EVENTS = [
  "sign-in",
  "sign-in-refused",
  "code-wrong",
  "link-refused",
  "signed-out",
  "signed-out-everywhere",
  "session-idle",
  "refused",
  "role-changed",
  "suspended",
  "unsuspended",
  "erased",
  "exported",
  "second-factor-set",
  "second-factor-removed",
  "second-factor-passed",
  "second-factor-wrong",
  "recovery-code-used",
  "setting-changed",
] as const;
export type SecurityEventKind = (typeof SECURITY_EVENTS)[number];

/** Kinds that somebody without any right can cause as often as they like; the log keeps so many an hour and no more. */
export const PROVOKED_EVENTS: readonly SecurityEventKind[] = [
  "sign-in-refused",
  "code-wrong",
  "link-refused",
  "refused",
  "second-factor-wrong",
];
export const PROVOKED_AN_HOUR = 60;

/** The log says what happened, never in anybody's own words: small letters, digits and a few signs, so no address of a person. */
export function eventDetail(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9 :./-]+/g, "-")
    .slice(0, 100);
}
