import { LRUCache } from "lru-cache";
import { type Db, getDb } from "@/db/client";
import { findArea } from "@/db/queries/areas";
import { findProvider, listGroupMembers } from "@/db/queries/providers";
import { listServicesInArea, listServicesOfProviders } from "@/db/queries/services";
import { AREA_KINDS } from "@/domain/areas/area";
import type { ServiceRow } from "@/domain/figures/service-row";
import { countsAs, type Definition, isListedUnder } from "@/domain/providers/legal-form";
import { etagOf } from "@/server/http/etag-of";
import { knownPublication } from "@/server/http/publication";
import { allServices } from "@/server/pages/all-services";
import { aroundArea } from "@/server/pages/around-area";
import { isPinned, type PinnedService } from "@/server/pages/pinned-service";

type Body = { text: string; etag: string };

/** Finished answers by definition and area, of the newest publication only. About 300 bytes a pin. */
const kept = new LRUCache<string, Body & { publication: number }>({
  maxSize: 8 * 1024 * 1024,
  sizeCalculation: (body) => body.text.length,
});

/**
 * `area` is such as "constituency/carlisle", `provider` a slug; with neither, the whole country. `around`: with what the
 * area's page lists beside its own services.
 */
export type PinsAsked = {
  area: string | null;
  provider: string | null;
  around?: boolean;
  definition: Definition;
};

/**
 * The pins of an area, or of an organisation and its group, under a definition, as text that `render` makes of
 * them; kept until the next publication. Undefined where there is no such area or organisation.
 */
export async function loadPins(
  asked: PinsAsked,
  render: (services: readonly PinnedService[]) => string,
): Promise<Body | undefined> {
  const { area, provider, around = false, definition } = asked;
  const publication = knownPublication();
  const key = JSON.stringify([definition, area, provider, around]);
  const before = kept.get(key);
  if (before?.publication === publication) return before;
  const services = await findPins(asked);
  if (!services) return undefined;
  const text = render(services);
  const etag = etagOf(text);
  kept.set(key, { text, etag, publication });
  return { text, etag };
}

/** Those of an area's or an organisation's services that its map shows: the rows of its list that have a position. */
export function pinnedOf(
  services: readonly ServiceRow[],
  { provider, definition }: Pick<PinsAsked, "provider" | "definition">,
): PinnedService[] {
  const isOnIt = provider === null ? countsAs : isListedUnder;
  return services.filter(({ kind }) => isOnIt(kind, definition)).filter(isPinned);
}

/** The services that a map shows, in no order. @param own a test's connection */
export async function findPins(asked: PinsAsked, own?: Db): Promise<PinnedService[] | undefined> {
  const { area, provider, around = false, definition } = asked;
  const db = own ?? getDb();
  const services =
    provider !== null
      ? await findServicesOf(db, provider)
      : area === null
        ? await allServices(own)
        : await findServicesIn(db, area, around ? { definition, everywhere: await allServices(own) } : null);
  return services && pinnedOf(services, asked);
}

async function findServicesIn(
  db: Db,
  area: string,
  around: { definition: Definition; everywhere: readonly ServiceRow[] } | null,
): Promise<readonly ServiceRow[] | undefined> {
  const [kindAsked, slug = "", ...more] = area.split("/");
  const kind = AREA_KINDS.find((known) => known === kindAsked);
  const found = kind && more.length === 0 ? await findArea(db, kind, slug) : undefined;
  const inside = found && (await listServicesInArea(db, found.id));
  if (!found || !inside || !around) return inside;
  const { sharedTowns, nearby } = aroundArea(found, inside, around.everywhere, around.definition);
  const beside = new Set([...sharedTowns, ...nearby].map(({ id }) => id));
  return [...inside, ...around.everywhere.filter(({ id }) => beside.has(id))];
}

async function findServicesOf(db: Db, slug: string): Promise<readonly ServiceRow[] | undefined> {
  const provider = await findProvider(db, slug);
  if (!provider) return undefined;
  const members = await listGroupMembers(db, provider.id);
  return listServicesOfProviders(db, [provider.id, ...members.map(({ id }) => id)]);
}
