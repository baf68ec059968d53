/** Reports that are decided one after the other, from one view of the queue. After ten there is a pause, and a count. */
export const SITTING_SIZE = 10;

/** `number` is the place of the report that is open, from 1 to 10; `view` what stands behind "/moderation". */
export type Sitting = { number: number; view: string };

/** Reads what an address or a form says; null outside of a sitting. @param view as `readView` gives it. */
export function readSitting(number: string, view: string): Sitting | null {
  const place = Number(number);
  return Number.isInteger(place) && place >= 1 && place <= SITTING_SIZE ? { number: place, view } : null;
}

/** The sitting at its next report; null after the tenth. */
export function nextInSitting({ number, view }: Sitting): Sitting | null {
  return number < SITTING_SIZE ? { number: number + 1, view } : null;
}

/** The page of a report within a sitting. @param was the report that was decided before it. */
export function sittingPath(reportId: string, sitting: Sitting | null, was = ""): string {
  const query = new URLSearchParams();
  if (sitting) query.set("sitting", String(sitting.number));
  if (sitting && sitting.view !== "") query.set("view", sitting.view);
  if (was !== "") query.set("was", was);
  const written = query.toString();
  return `/moderation/${reportId}${written === "" ? "" : `?${written}`}`;
}

/** The queue after a sitting: its view again, how many were looked at, and the report that was decided last. */
export function endOfSittingPath({ number, view }: Sitting, was: string): string {
  const query = new URLSearchParams(view);
  query.set("over", String(number));
  query.set("was", was);
  return `/moderation?${query}`;
}
