import { countsAs, type Definition, type ProviderKind } from "@/domain/providers/legal-form";
import { isPublic, type ServiceStatus, type Visibility } from "@/domain/services/service";

/** What a count needs to know of one service. */
export type CountedService = {
  id: string;
  placeId: string | null;
  providerId: string | null;
  /** The provider's legal form, else what a source calls the operator; null when no source says. */
  kind: ProviderKind | null;
  status: ServiceStatus;
  visibility: Visibility;
  mayHaveEnded: boolean;
  /** The day somebody last confirmed any fact of it, ISO. */
  lastConfirmedOn: string | null;
};

/** Never one ambiguous number: each is named for what it counts. */
export type Counts = {
  definition: Definition;
  services: number;
  places: number;
  providers: number;
  /** Services whose provider no source names, or whose name is withheld; counted apart from `providers`. */
  notNamed: number;
  planned: number;
  mayHaveEnded: number;
  lastCheckedOn: string | null;
};

/**
 * Counts services under a definition. Operating ones count, those that may have ended among them; planned ones are
 * counted apart; ended ones not at all. Services without a place count as services, not as places.
 */
export function countServices(services: Iterable<CountedService>, definition: Definition): Counts {
  const places = new Set<string>();
  const providers = new Set<string>();
  const counts: Counts = {
    definition,
    services: 0,
    places: 0,
    providers: 0,
    notNamed: 0,
    planned: 0,
    mayHaveEnded: 0,
    lastCheckedOn: null,
  };
  for (const service of services) {
    if (!isPublic(service.visibility) || !countsAs(service.kind, definition)) continue;
    if (service.status === "planned") counts.planned += 1;
    if (service.status !== "operating") continue;
    counts.services += 1;
    if (service.mayHaveEnded) counts.mayHaveEnded += 1;
    if (service.placeId !== null && service.visibility !== "area-only") places.add(service.placeId);
    if (service.providerId === null) counts.notNamed += 1;
    else providers.add(service.providerId);
    if (service.lastConfirmedOn !== null && service.lastConfirmedOn > (counts.lastCheckedOn ?? "")) {
      counts.lastCheckedOn = service.lastConfirmedOn;
    }
  }
  counts.places = places.size;
  counts.providers = providers.size;
  return counts;
}
