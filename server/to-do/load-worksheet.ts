import type { Db } from "@/db/client";
import { findPracticesToAsk } from "@/db/queries/worksheet";
import type { AnyActor } from "@/domain/actor";
import { WORKSHEET_ROWS } from "@/domain/to-do/worksheet";
import { loadToDo, type ToDoArea } from "@/server/to-do/load-to-do";

export type Worksheet = {
  /** Null where there is no such area today. */
  area: ToDoArea | null;
  practices: { id: string; name: string; slug: string }[];
  /** Practices that come on the sheets after this one. */
  further: number;
};

/**
 * The next practices of an area of which we do not know who runs them, or have to look again: none that another campaigner looks at, and
 * none of which a report waits.
 * @param asked such as "council/carlisle"
 * @throws NotAllowedError for visitors
 */
export async function loadWorksheet(
  db: Db,
  actor: AnyActor,
  asked: string,
  now: Date = new Date(),
): Promise<Worksheet> {
  const { area, groups } = await loadToDo(db, actor, asked, now);
  const free = groups
    .filter(({ kind }) => kind === "place-not-checked" || kind === "check-due")
    .flatMap(({ tasks }) => tasks.filter(({ taken }) => taken === null || taken.isOwn))
    .map(({ recordId }) => recordId);
  const practices = await findPracticesToAsk(db, free);
  return {
    area,
    practices: practices.slice(0, WORKSHEET_ROWS),
    further: Math.max(0, practices.length - WORKSHEET_ROWS),
  };
}
