import type { ServiceRow } from "@/domain/figures/service-row";

/** The towns of some services, each once, in order; none of those whose source names no town. */
export function townsOf(services: readonly Pick<ServiceRow, "place">[]): string[] {
  return [...new Set(services.flatMap(({ place }) => place?.town || []))].sort();
}
