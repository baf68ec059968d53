import type { Db } from "@/db/client";
import { listServicesAtPlace } from "@/db/queries/services";
import { countsAs, DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { isRunning } from "@/domain/services/running";

/** What our map has at a place, run from outside the NHS. `provider` is null where none may be named. */
export type ServiceOnMap = { slug: string; name: string; provider: string | null; since: string | null };

/** What a report that a place was checked and is run by the NHS may be about: services that run there and count. */
export async function findServicesOnMap(db: Db, placeId: string): Promise<ServiceOnMap[]> {
  const services = await listServicesAtPlace(db, placeId);
  return services.flatMap((service) => {
    const { slug, name, provider, startedOn, kind } = service;
    if (slug === null || name === null || !isRunning(service) || !countsAs(kind, DEFAULT_DEFINITION))
      return [];
    return [{ slug, name, provider: provider?.name ?? null, since: startedOn }];
  });
}
