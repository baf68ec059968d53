import { firstDayOf } from "@/domain/dates/partial-date";
import type { StarterSource, StarterSourceKey } from "./sources";
import { starterId } from "./starter-id";

/** A starter source's key in the `sources` table, and its id there. */
export const sourceKeyOf = (key: StarterSourceKey) => `starter/${key}`;
export const sourceIdOf = (key: StarterSourceKey) => starterId(sourceKeyOf(key));

/**
 * The day on which a source confirmed what it says, ISO. A source dated to a month or year counts from the first day of
 * it, and an undated one from the first day it describes, so that nothing looks fresher than its source can be.
 */
export function confirmedOn({ settledOn, publishedOn, periodFrom }: StarterSource): string {
  const day = settledOn ?? publishedOn ?? periodFrom;
  if (!day) throw new Error("a source needs a date or a period");
  return firstDayOf(day);
}
