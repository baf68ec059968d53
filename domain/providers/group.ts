import { type CountedService, type Counts, countServices } from "@/domain/figures/count";
import { countsAs, type Definition, type LegalForm } from "./legal-form";

/** A provider with the id of the public organisation that owns it. */
export type ProviderInGroup = {
  id: string;
  slug: string;
  name: string;
  legalForm: LegalForm | null;
  parentId: string | null;
};

/** An organisation that nobody we know of owns, with everything that it and what it owns run. */
export type RankedProvider = { provider: ProviderInGroup; owned: number; counts: Counts };

/** The owner of the owner … of each, by id; one that would own itself in a circle is its own. */
export function topOwners(providers: readonly ProviderInGroup[]): Map<string, ProviderInGroup> {
  const byId = new Map(providers.map((provider) => [provider.id, provider]));
  return new Map(providers.map((provider) => [provider.id, topOf(provider, byId)]));
}

function topOf(provider: ProviderInGroup, byId: ReadonlyMap<string, ProviderInGroup>): ProviderInGroup {
  const seen = new Set([provider.id]);
  let top = provider;
  for (;;) {
    const owner = top.parentId === null ? undefined : byId.get(top.parentId);
    if (!owner) return top;
    if (seen.has(owner.id)) return provider;
    seen.add(owner.id);
    top = owner;
  }
}

/**
 * Groups ranked by how many services they run under a definition, then by name; those that run none are left out.
 * A group counts each place once, however many of its members are there.
 */
export function rankProviders(
  providers: readonly ProviderInGroup[],
  services: readonly CountedService[],
  definition: Definition,
): RankedProvider[] {
  const tops = topOwners(providers);
  const groups = new Map<string, { provider: ProviderInGroup; services: CountedService[] }>();
  for (const service of services) {
    const provider = service.providerId === null ? undefined : tops.get(service.providerId);
    if (!provider || !countsAs(service.kind, definition)) continue;
    const group = groups.get(provider.id) ?? { provider, services: [] };
    groups.set(provider.id, group);
    group.services.push(service);
  }
  return [...groups.values()]
    .map(({ provider, services: run }) => ({
      provider,
      owned: providers.filter(({ id }) => id !== provider.id && tops.get(id)?.id === provider.id).length,
      counts: countServices(run, definition),
    }))
    .filter(({ counts }) => counts.services > 0)
    .sort(
      (a, b) =>
        b.counts.services - a.counts.services || a.provider.name.localeCompare(b.provider.name, "en-GB"),
    );
}
