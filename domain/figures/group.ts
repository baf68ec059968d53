import { type CountedService, type Counts, countServices } from "@/domain/figures/count";
import { countsAs, type Definition, type LegalForm } from "@/domain/providers/legal-form";

/**
 * A provider with the id of the public organisation to whose group it belongs. Who owns it is another fact: a source can say
 * that a clinic belongs to a group and that its consultants own it.
 */
export type ProviderInGroup = {
  id: string;
  slug: string;
  name: string;
  legalForm: LegalForm | null;
  /** The same with whose it is: a company that belongs to the NHS is the NHS's (`kindOfRunner`). */
  kind: LegalForm | null;
  parentId: string | null;
};

/** An organisation that belongs to no other's group that we know of, with everything that it and its members run. */
export type RankedProvider = { provider: ProviderInGroup; members: number; counts: Counts };

/** The organisation at the top of each one's group, by id; one that would belong to itself in a circle is its own. */
export function topsOfGroups(providers: readonly ProviderInGroup[]): Map<string, ProviderInGroup> {
  const byId = new Map(providers.map((provider) => [provider.id, provider]));
  return new Map(providers.map((provider) => [provider.id, topOf(provider, byId)]));
}

function topOf(provider: ProviderInGroup, byId: ReadonlyMap<string, ProviderInGroup>): ProviderInGroup {
  const seen = new Set([provider.id]);
  let top = provider;
  for (;;) {
    const parent = top.parentId === null ? undefined : byId.get(top.parentId);
    if (!parent) return top;
    if (seen.has(parent.id)) return provider;
    seen.add(parent.id);
    top = parent;
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
  const tops = topsOfGroups(providers);
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
      members: providers.filter(({ id }) => id !== provider.id && tops.get(id)?.id === provider.id).length,
      counts: countServices(run, definition),
    }))
    .filter(({ counts }) => counts.services > 0)
    .sort(
      (a, b) =>
        b.counts.services - a.counts.services || a.provider.name.localeCompare(b.provider.name, "en-GB"),
    );
}
