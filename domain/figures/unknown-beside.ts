import type { Named, ServiceRow } from "@/domain/figures/service-row";
import { type Definition, isUnknownBeside } from "@/domain/providers/legal-form";
import { isRunning } from "@/domain/services/running";
import { isPublic } from "@/domain/services/service";

/**
 * Services whose organisation is of a kind that no source gives. They are in no preset, so that no count says more than
 * is known, and stand beside it with the names, so that nobody takes them for nothing.
 */
export type UnknownBeside = {
  services: number;
  /** By name. */
  organisations: Named[];
  /** Services among them of which nobody knows the organisation's name either. */
  notNamed: number;
};

type Known = Pick<ServiceRow, "kind" | "status" | "visibility" | "provider" | "notCounted">;

/** Of these services, the running ones that the definition leaves out because nobody knows who they belong to. */
export function unknownBeside(services: Iterable<Known>, definition: Definition): UnknownBeside {
  const organisations = new Map<string, Named>();
  const beside: UnknownBeside = { services: 0, organisations: [], notNamed: 0 };
  for (const service of services) {
    const { kind, visibility, provider } = service;
    if (!isRunning(service) || !isPublic(visibility) || !isUnknownBeside(kind, definition)) continue;
    beside.services += 1;
    if (provider) organisations.set(provider.slug, provider);
    else beside.notNamed += 1;
  }
  beside.organisations = [...organisations.values()].sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
  return beside;
}
