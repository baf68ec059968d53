import type { ServiceRow } from "@/domain/figures/service-row";

/** A service that has a pin: a page, a name and a position. */
export type PinnedService = ServiceRow & {
  slug: string;
  name: string;
  place: NonNullable<ServiceRow["place"]>;
  position: NonNullable<ServiceRow["position"]>;
};

/** One that is shown by area only, or has no place, has no pin. */
export function isPinned(service: ServiceRow): service is PinnedService {
  const { slug, name, place, position } = service;
  return slug !== null && name !== null && place !== null && position !== null;
}
