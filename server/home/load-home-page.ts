import { type Counts, countServices } from "@/domain/figures/count";
import { countsAs, type Definition } from "@/domain/providers/legal-form";
import type { ServiceRow } from "@/domain/services/service-row";
import { allServices } from "@/server/services/all-services";

/** `leftOut` is how many services the definition leaves out. */
export type HomePage = { counts: Counts; services: ServiceRow[]; leftOut: number };

/** The front page: what is known in the whole United Kingdom. */
export async function loadHomePage(definition: Definition): Promise<HomePage> {
  const all = await allServices();
  const services = all.filter(({ kind }) => countsAs(kind, definition));
  return { counts: countServices(services, definition), services, leftOut: all.length - services.length };
}
