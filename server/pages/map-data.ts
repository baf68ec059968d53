import { type Db, getDb } from "@/db/client";
import { processWide } from "@/db/process-wide";
import { listMapExtras } from "@/db/queries/map-extras";
import { listProviders } from "@/db/queries/providers";
import { ukToday } from "@/domain/dates/partial-date";
import type { ProviderInGroup } from "@/domain/figures/group";
import type { Named, ServiceRow } from "@/domain/figures/service-row";
import { differenceOf, withInserted } from "@/domain/lists/difference";
import { textOfRow } from "@/domain/map/map-filter";
import { inFileOrder, type MapRow, mapRow } from "@/domain/map/map-row";
import type { MapTable } from "@/domain/map/mask-pins";
import { pinKey } from "@/domain/map/pin-file";
import { knownPublication } from "@/server/http/publication";
import { allServices, inListOrder } from "@/server/pages/all-services";
import { type FilesInForce, filesInForce } from "@/server/pages/map-files-in-force";

/** All that the map shows, in the order of its files: row number is a pin's id. */
export type MapData = {
  rows: readonly MapRow[];
  /** What a text search looks at, by row. Made when somebody first searches: whoever waits for what was withdrawn to go does not wait for it. */
  texts: () => readonly string[];
  table: MapTable;
  files: FilesInForce;
  /** What it was made from, in the order of lists. */
  services: readonly ServiceRow[];
};

type Kept = { publication: number; day: string; data: Promise<MapData> };

// Next bundles this module more than once in one process; all copies share the data.
const shared = processWide<{ kept?: Kept | undefined }>("map-data", () => ({}));

/**
 * Every pin with what filters and cards say of it, made once for each publication and day, never for a request. What is
 * withheld raises the publication number, so it is in no file from then on (docs/decisions/0034).
 * @param own another connection than the pages', such as a test's: then nothing is kept.
 * @param before of such a connection: what was made last.
 * @throws DatabaseUnavailableError; the next caller asks again.
 */
export function mapData(own?: Db, before: MapData | null = null): Promise<MapData> {
  if (own) return makeMapData(own, before);
  const publication = knownPublication();
  const day = ukToday();
  const last = shared.kept;
  if (last && last.publication >= publication && last.day === day) return last.data;
  const data = lastData(last).then((made) => makeMapData(undefined, made));
  const kept = { publication, day, data };
  shared.kept = kept;
  data.catch(() => {
    if (shared.kept === kept) shared.kept = undefined;
  });
  return data;
}

function lastData(last: Kept | undefined): Promise<MapData | null> {
  // What was never made is no base.
  return last ? last.data.catch(() => null) : Promise.resolve(null);
}

/** @param read every service as it was read; left out for what pages have. A row that is the very one of before is not asked about again. */
export async function makeMapData(
  own: Db | undefined,
  before: MapData | null,
  read?: readonly ServiceRow[],
): Promise<MapData> {
  const db = own ?? getDb();
  const services = read ?? (await allServices(own));
  const { gone, fresh } = differenceOf(before?.services ?? [], services, inListOrder);
  const some = fresh.flatMap((at) => services[at] ?? []);
  const extras = await listMapExtras(db, some.length > MOST_ASKED ? null : some.map(({ id }) => id));
  const groupsOf = groupsByProvider(await listProviders(db));
  const none = { payer: null, areas: [], publisher: null, isWorkedOut: false };
  const came = some.flatMap(
    (service) =>
      mapRow(service, extras.get(service.id) ?? none, groupsOf(service.provider?.slug ?? null)) ?? [],
  );
  const went = new Set(gone.map((at) => before?.services[at]?.id));
  const rows = rowsAfter(before?.rows ?? [], went, came);
  const files = filesInForce(rows, before?.files ?? null);
  let texts: readonly string[] | undefined;
  return {
    rows,
    texts: () => {
      texts ??= rows.map(textOfRow);
      return texts;
    },
    table: files.table,
    files,
    services,
  };
}

/** Beyond so many, what the map says beside is read of all services at once. */
const MOST_ASKED = 10_000;

function rowsAfter(
  before: readonly MapRow[],
  went: ReadonlySet<string | undefined>,
  came: readonly MapRow[],
): readonly MapRow[] {
  const others = went.size === 0 ? before : before.filter(({ id }) => !went.has(id));
  if (came.length <= MOST_ASKED) return withInserted(others, came, inFileOrder);
  // The place on the curve is worked out once for each, not for each comparison.
  const keyed = [...others, ...came].map((row) => ({ row, key: pinKey(row) }));
  keyed.sort((a, b) => a.key - b.key || (a.row.id < b.row.id ? -1 : 1));
  return keyed.map(({ row }) => row);
}

/** The groups that a provider belongs to, by slug, the nearest first; never the same twice. */
function groupsByProvider(providers: readonly ProviderInGroup[]): (slug: string | null) => Named[] {
  const byId = new Map(providers.map((provider) => [provider.id, provider]));
  const bySlug = new Map(providers.map((provider) => [provider.slug, provider]));
  return (slug) => {
    const above: ProviderInGroup[] = [];
    let one = bySlug.get(slug ?? "");
    const seen = new Set([one]);
    while (one?.parentId) {
      one = byId.get(one.parentId);
      if (!one || seen.has(one)) break;
      seen.add(one);
      above.push(one);
    }
    return above.map(({ slug, name }) => ({ slug, name }));
  };
}
