import type { Db } from "@/db/client";
import { findPlacesToAsk } from "@/db/queries/worksheet";
import type { AnyActor } from "@/domain/actor";
import type { Task } from "@/domain/to-do/task";
import { answersFor, WORKSHEET_ROWS, type WorksheetPlace } from "@/domain/to-do/worksheet";
import { findToDo, loadToDo, type ToDoArea, type ToDoPage } from "@/server/to-do/load-to-do";

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
  return sheetOf(db, { area, groups }, ({ taken }) => taken === null || taken.isOwn, WORKSHEET_ROWS);
}

/**
 * The sheet of somebody whose session ran out while they filled it in: the answer to their form shows it again with what they typed. Whose it
 * was nobody knows any more, so that what anybody looks at stands on it too, and no place of theirs is missing.
 */
export async function loadReturnedWorksheet(
  db: Db,
  asked: string,
  now: Date = new Date(),
): Promise<Worksheet> {
  const found = await findToDo(db, null, asked, now);
  const taken = found.groups.flatMap(({ tasks }) => tasks.filter((task) => task.taken !== null));
  return sheetOf(db, found, () => true, WORKSHEET_ROWS + taken.length);
}

async function sheetOf(
  db: Db,
  { area, groups }: Pick<ToDoPage, "area" | "groups">,
  isOn: (task: Task) => boolean,
  rows: number,
): Promise<Worksheet> {
  const asked = groups
    .filter(({ kind }) => kind === "place-not-checked" || kind === "check-due")
    .flatMap(({ tasks }) => tasks.filter(isOn))
    .map(({ recordId }) => recordId);
  const found = await findPlacesToAsk(db, asked);
  return {
    area,
    places: found.slice(0, rows).map(({ id, name, kind, town, postcode }) => ({
      id,
      name,
      where: [town, postcode].filter(Boolean).join(", "),
      answers: answersFor(kind),
    })),
    further: Math.max(0, found.length - rows),
  };
}
