import type { Db } from "@/db/client";
import { findPlacesToAsk } from "@/db/queries/worksheet";
import type { AnyActor } from "@/domain/actor";
import { answersFor, WORKSHEET_ROWS, type WorksheetPlace } from "@/domain/to-do/worksheet";
import { loadToDo, type ToDoArea } from "@/server/to-do/load-to-do";

export type Worksheet = {
  /** Null where there is no such area today. */
  area: ToDoArea | null;
  places: WorksheetPlace[];
  /** Places that come on the sheets after this one. */
  further: number;
};

/**
 * The next places of an area of which we do not know who runs them, or have to look again: none that another campaigner looks at, and
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
  const found = await findPlacesToAsk(db, free);
  return {
    area,
    places: found
      .slice(0, WORKSHEET_ROWS)
      .map(({ id, name, kind }) => ({ id, name, answers: answersFor(kind) })),
    further: Math.max(0, found.length - WORKSHEET_ROWS),
  };
}
