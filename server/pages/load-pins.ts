import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { getDb } from "@/db/client";
import { findArea } from "@/db/queries/areas";
import { findProvider, listGroupMembers } from "@/db/queries/providers";
import { listServicesInArea, listServicesOfProviders } from "@/db/queries/services";
import { AREA_KINDS } from "@/domain/areas/area";
import type { ServiceRow } from "@/domain/figures/service-row";
import { countsAs, type Definition, isListedUnder } from "@/domain/providers/legal-form";
import { knownPublication } from "@/server/http/publication";
import { allServices } from "@/server/pages/all-services";

/** A service that has a pin: a page, a name and a position. */
export type PinnedService = ServiceRow & {
  slug: string;
  name: string;
  place: NonNullable<ServiceRow["place"]>;
  position: NonNullable<ServiceRow["position"]>;
};

type Body = { text: string; etag: string };

/** Finished answers by definition and area, of the newest publication only. About 300 bytes a pin. */
const kept = new LRUCache<string, Body & { publication: number }>({
  maxSize: 8 * 1024 * 1024,
  sizeCalculation: (body) => body.text.length,
});

/** `area` is such as "constituency/carlisle", `provider` a slug; with neither, the whole country. */
export type PinsAsked = { area: string | null; provider: string | null; definition: Definition };

/**
 * The pins of an area, or of an organisation and its group, under a definition, as text that `render` makes of
 * them; kept until the next publication. Undefined where there is no such area or organisation.
 */
export async function loadPins(
  asked: PinsAsked,
  render: (services: readonly PinnedService[]) => string,
): Promise<Body | undefined> {
  const { area, provider, definition } = asked;
  const publication = knownPublication();
  const key = JSON.stringify([definition, area, provider]);
  const before = kept.get(key);
  if (before?.publication === publication) return before;
  const services = provider === null ? await findServices(area) : await findServicesOf(provider);
  if (!services) return undefined;
  const text = render(pinnedOf(services, asked));
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
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

async function findServices(area: string | null): Promise<readonly ServiceRow[] | undefined> {
  const db = getDb();
  if (area === null) return allServices();
  const [kindAsked, slug = "", ...more] = area.split("/");
  const kind = AREA_KINDS.find((known) => known === kindAsked);
  const found = kind && more.length === 0 ? await findArea(db, kind, slug) : undefined;
  return found && listServicesInArea(db, found.id);
}

async function findServicesOf(slug: string): Promise<readonly ServiceRow[] | undefined> {
  const db = getDb();
  const provider = await findProvider(db, slug);
  if (!provider) return undefined;
  const members = await listGroupMembers(db, provider.id);
  return listServicesOfProviders(db, [provider.id, ...members.map(({ id }) => id)]);
}

function isPinned(service: ServiceRow): service is PinnedService {
  const { slug, name, place, position } = service;
  return slug !== null && name !== null && place !== null && position !== null;
}
