import { type Db, getDb } from "@/db/client";
import { processWide } from "@/db/process-wide";
import { listPublicNames } from "@/db/queries/public-names";
import { knownPublication, publicationHeardAt } from "@/server/http/publication";
import { RecordIndex, type RecordNames } from "./record-index";

type State = { index: RecordIndex; readAt: number; reading?: Promise<RecordNames> | undefined };

/** `asOf`: when the database last said that nothing newer is published; milliseconds since 1970. */
export type PublicNames = RecordNames & { asOf: number };

const state = processWide("public-names", (): State => ({ index: new RecordIndex(), readAt: 0 }));

/**
 * The index of the places, services and providers of the newest publication this process has heard of. The number is
 * compared at every call, and what an older one had and the newest has not is never found: a name that was withdrawn is
 * not suggested once more. Many callers wait for the same query. After a large import new names may be missing for some
 * moments (`isComplete`).
 * @throws DatabaseUnavailableError
 */
export async function publicNames(db?: Db): Promise<PublicNames> {
  for (;;) {
    const ready = readyPublicNames();
    if (ready) return ready;
    state.reading ??= read(db ?? getDb()).finally(() => {
      state.reading = undefined;
    });
    await state.reading;
  }
}

/** The same, once nothing is missing. @throws DatabaseUnavailableError */
export async function allPublicNames(db?: Db): Promise<PublicNames> {
  for (;;) {
    const names = await publicNames(db);
    if (names.isComplete) return names;
    await state.index.settled();
  }
}

/** The same without waiting, or null where the database has to be asked first. */
export function readyPublicNames(): PublicNames | null {
  const { current } = state.index;
  if (!current || current.publication < knownPublication()) return null;
  return { ...current, asOf: Math.max(state.readAt, publicationHeardAt()) };
}

async function read(db: Db): Promise<RecordNames> {
  const publication = knownPublication(); // before the rows are read: what comes meanwhile is read anew
  const readAt = Date.now();
  const names = await state.index.update(await listPublicNames(db), publication);
  state.readAt = readAt;
  return names;
}
