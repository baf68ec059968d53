import { type Db, getDb } from "@/db/client";
import { processWide } from "@/db/process-wide";
import { listPublicNames, listSlugsOf, type PublicName } from "@/db/queries/public-names";
import { type PublicationsRead, readPublications } from "@/db/queries/touched";
import { knownPublication, publicationHeardAt } from "@/server/http/publication";
import { RecordIndex, type RecordNames } from "./record-index";

/** Every name as it was read; what no publication touched since the reading before is the same object. */
export type PublicNamesRead = { rows: readonly PublicName[]; read: PublicationsRead };

type State = {
  index: RecordIndex;
  readAt: number;
  last?: PublicNamesRead;
  reading?: Promise<RecordNames> | undefined;
};

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
  state.last = await readPublicNames(db, state.last ?? null, publication);
  const names = await state.index.update(state.last.rows, publication);
  state.readAt = readAt;
  return names;
}

/**
 * What was published since is read, and nothing else (docs/decisions/0111).
 * @param before what was read last; null for a first reading
 * @param heard the newest publication that this process was told of
 */
export async function readPublicNames(
  db: Db,
  before: PublicNamesRead | null,
  heard = 0,
): Promise<PublicNamesRead> {
  const { read, touched } = await readPublications(db, before?.read ?? null, heard);
  if (before === null || touched === null) return { rows: await listPublicNames(db), read };
  const key = ({ kind, slug }: Pick<PublicName, "kind" | "slug">) => `${kind}/${slug}`;
  const ofTouched = await listSlugsOf(db, touched);
  if (ofTouched.length === 0) return { rows: before.rows, read };
  const [gone, slugs] = [new Set(ofTouched.map(key)), new Set(ofTouched.map(({ slug }) => slug))];
  const others = before.rows.filter((row) => !slugs.has(row.slug) || !gone.has(key(row)));
  return { rows: [...others, ...(await listPublicNames(db, touched))], read };
}
