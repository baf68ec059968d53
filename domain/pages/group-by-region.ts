import type { ServiceRow } from "@/domain/figures/service-row";
import type { ServiceCategory } from "@/domain/services/category";

export type ServiceGroup = { region: ServiceRow["region"]; services: ServiceRow[] };

/** Services by the region or nation they are in, by its name; those without one (they serve a whole country) last. */
export function groupByRegion(services: readonly ServiceRow[]): ServiceGroup[] {
  const groups = new Map<string, ServiceGroup>();
  for (const service of services) {
    const key = service.region?.slug ?? "";
    const group = groups.get(key) ?? { region: service.region, services: [] };
    groups.set(key, group);
    group.services.push(service);
  }
  return [...groups.values()].sort((a, b) => byName(a.region?.name, b.region?.name));
}

function byName(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a.localeCompare(b, "en-GB");
}

/** How many of each kind of care, the most first. */
export function countAlike(
  services: readonly Pick<ServiceRow, "category">[],
): { category: ServiceCategory; count: number }[] {
  const counts = new Map<ServiceCategory, number>();
  for (const { category } of services) counts.set(category, (counts.get(category) ?? 0) + 1);
  return [...counts]
    .map(([category, count]) => ({ category, count }))
    .sort((a, b) => b.count - a.count || (a.category < b.category ? -1 : 1));
}
