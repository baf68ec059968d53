import { type Db, getDb } from "@/db/client";
import { processWide } from "@/db/process-wide";
import { listServices } from "@/db/queries/services";
import { ukToday } from "@/domain/dates/partial-date";
import type { ServiceRow } from "@/domain/figures/service-row";
import { knownPublication } from "@/server/http/publication";

type Kept = { publication: number; day: string; rows: Promise<readonly ServiceRow[]> };

const shared = processWide("all-services", (): { kept?: Kept | undefined } => ({}));

/**
 * Every service the public may see, read once for each publication and day: the front page, the ranking and the whole map
 * under any of the thousand definitions ask the database nothing more. About 600 bytes a service.
 * @param own another connection than the pages', such as a test's: then nothing is kept.
 * @throws DatabaseUnavailableError; the next caller asks again.
 */
export function allServices(own?: Db): Promise<readonly ServiceRow[]> {
  if (own) return listServices(own);
  const publication = knownPublication();
  const day = ukToday();
  const before = shared.kept;
  if (before && before.publication >= publication && before.day === day) return before.rows;
  const rows = listServices(getDb(), day);
  const kept = { publication, day, rows };
  shared.kept = kept;
  rows.catch(() => {
    if (shared.kept === kept) shared.kept = undefined;
  });
  return rows;
}
