import { DAY_MS } from "@/domain/dates/day-ms";
/** How long an import waits whose rows name organisations: so long they have for a reply before it is published. */
export const DAYS_TO_REPLY = 14;

/**
 * When an import may be approved, counted from the moment it was handed on; null where its format does not wait or it was not handed on.
 * @param days as its format says.
 */
export function waitsUntil(submittedAt: Date | null, days: number | undefined): Date | null {
  return submittedAt && days ? new Date(submittedAt.getTime() + days * DAY_MS) : null;
}
