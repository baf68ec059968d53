import { getDb } from "@/db/client";
import { listServices } from "@/db/queries/services";
import { type Counts, countServices } from "@/domain/figures/count";
import { countsAs, DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import type { ServiceRow } from "@/domain/services/service-row";

export type ServiceGroup = { region: ServiceRow["region"]; services: ServiceRow[] };
export type HomePage = { counts: Counts; groups: ServiceGroup[] };

/** The front page: what is known in the whole United Kingdom, by region or nation. */
export async function loadHomePage(): Promise<HomePage> {
  const services = (await listServices(getDb())).filter(({ kind }) => countsAs(kind, DEFAULT_DEFINITION));
  const groups = new Map<string, ServiceGroup>();
  for (const service of services) {
    const key = service.region?.slug ?? "";
    const group = groups.get(key) ?? { region: service.region, services: [] };
    groups.set(key, group);
    group.services.push(service);
  }
  return {
    counts: countServices(services, DEFAULT_DEFINITION),
    groups: [...groups.values()].sort((a, b) => byName(a.region?.name, b.region?.name)),
  };
}

/** Services without a region (those that serve the whole country) stand last. */
function byName(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a.localeCompare(b, "en-GB");
}
