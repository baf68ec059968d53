import { type Db, getDb } from "@/db/client";
import { processWide } from "@/db/process-wide";
import { listServices, listServicesById } from "@/db/queries/services";
import { type PublicationsRead, readPublications } from "@/db/queries/touched";
import { ukToday } from "@/domain/dates/partial-date";
import type { ServiceRow } from "@/domain/figures/service-row";
import { withInserted } from "@/domain/lists/difference";
import { knownPublication } from "@/server/http/publication";

/** Every service the public may see, as it was read on a UK day; what no publication touched since the reading before is the same object. */
export type ServicesRead = { rows: readonly ServiceRow[]; read: PublicationsRead; day: string };

type Kept = { publication: number; day: string; reading: Promise<ServicesRead> };

const shared = processWide("all-services", (): { kept?: Kept | undefined; last?: ServicesRead } => ({}));

/**
 * Every service the public may see, read once for each publication and day: the front page, the ranking and the whole map
 * under any of the thousand definitions ask the database nothing more. About 600 bytes a service.
 * @param own another connection than the pages', such as a test's: then nothing is kept.
 * @throws DatabaseUnavailableError; the next caller asks again.
 */
export async function allServices(own?: Db): Promise<readonly ServiceRow[]> {
  if (own) return (await readServices(own, null)).rows;
  const publication = knownPublication();
  const day = ukToday();
  const before = shared.kept;
  if (before && before.publication >= publication && before.day === day) return (await before.reading).rows;
  const reading = readAfter(before, day);
  const kept = { publication, day, reading };
  shared.kept = kept;
  reading.catch(() => {
    if (shared.kept === kept) shared.kept = undefined;
  });
  return (await reading).rows;
}

/** One after the other: each begins with what the one before it read, or, where that failed, with the last that did not. */
async function readAfter(before: Kept | undefined, day: string): Promise<ServicesRead> {
  await before?.reading.catch(() => undefined);
  shared.last = await readServices(getDb(), shared.last ?? null, day, knownPublication());
  return shared.last;
}

/**
 * What was published since is read, and nothing else (docs/decisions/0111). On another day all is: whether an entry is over depends on it.
 * @param before what was read last; null for a first reading
 * @param heard the newest publication that this process was told of
 */
export async function readServices(
  db: Db,
  before: ServicesRead | null,
  day = ukToday(),
  heard = 0,
): Promise<ServicesRead> {
  const { read, touched } = await readPublications(db, before?.day === day ? before.read : null, heard);
  if (before === null || touched === null)
    return { rows: (await listServices(db, day)).sort(inListOrder), read, day };
  const { services } = touched;
  if (services.length === 0) return { rows: before.rows, read, day };
  const gone = new Set(services);
  const others = before.rows.filter(({ id }) => !gone.has(id));
  const some = await listServicesById(db, services, day);
  return { rows: withInserted(others, some, inListOrder), read, day };
}

/** By the place, then by the name; what has no name comes last. */
export function inListOrder(a: ServiceRow, b: ServiceRow): number {
  return (
    compareNames(a.place?.name, b.place?.name) || compareNames(a.name, b.name) || compareNames(a.id, b.id)
  );
}

function compareNames(a: string | null | undefined, b: string | null | undefined): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return b === null || b === undefined ? 0 : 1;
  return b === null || b === undefined || a < b ? -1 : 1;
}
