import { countsAs, type Definition, type ProviderKind } from "@/domain/providers/legal-form";
import { isRunning, type NotCounted } from "@/domain/services/running";
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
  /** Why it is in no count although no source says that it ended; null where it counts. */
  notCounted?: NotCounted | null;
  /** The day a source last said who runs it, ISO. */
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
  /** Of none of the other numbers: entries that are no longer listed separately, and those with little or no activity. */
  noLongerListed: number;
  littleActivity: number;
  /** The oldest and the newest of the days on which a source last said who runs each of them; ISO. */
  oldestCheckedOn: string | null;
  lastCheckedOn: string | null;
};

/**
 * The months between which the services of a count were checked. The month only: a source dated "April 2024" confirms
 * from its first day, on which nobody need have looked. `from` is null where there is only one month.
 */
export function checkedBetween({
  oldestCheckedOn,
  lastCheckedOn,
}: Pick<Counts, "oldestCheckedOn" | "lastCheckedOn">): { from: string | null; date: string | null } {
  const date = lastCheckedOn?.slice(0, 7) ?? null;
  const from = oldestCheckedOn?.slice(0, 7) ?? null;
  return { from: from === date ? null : from, date };
}

/** Whether a service is one of `Counts.services`: it runs, readers may know of it, and its organisation is counted. */
export function isInNumber(
  service: Pick<CountedService, "kind" | "status" | "visibility" | "notCounted">,
  definition: Definition,
): boolean {
  return isPublic(service.visibility) && countsAs(service.kind, definition) && isRunning(service);
}

/**
 * Counts services under a definition. Operating ones count, those that may have ended among them; planned ones, those
 * that are no longer listed separately and those with little or no activity are counted apart; ended ones not at all. Services without a place count as services, not as places.
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
    noLongerListed: 0,
    littleActivity: 0,
    oldestCheckedOn: null,
    lastCheckedOn: null,
  };
  for (const service of services) {
    if (!isPublic(service.visibility) || !countsAs(service.kind, definition)) continue;
    if (service.status === "planned") counts.planned += 1;
    if (service.status === "operating" && service.notCounted)
      counts[service.notCounted === "little-activity" ? "littleActivity" : "noLongerListed"] += 1;
    if (!isRunning(service)) continue; // with the two above: `isInNumber`
    counts.services += 1;
    if (service.mayHaveEnded) counts.mayHaveEnded += 1;
    if (service.placeId !== null && service.visibility !== "area-only") places.add(service.placeId);
    if (service.providerId === null) counts.notNamed += 1;
    else providers.add(service.providerId);
    const checkedOn = service.lastConfirmedOn;
    if (checkedOn === null) continue;
    if (checkedOn > (counts.lastCheckedOn ?? "")) counts.lastCheckedOn = checkedOn;
    if (counts.oldestCheckedOn === null || checkedOn < counts.oldestCheckedOn)
      counts.oldestCheckedOn = checkedOn;
  }
  counts.places = places.size;
  counts.providers = providers.size;
  return counts;
}
