import { getDb } from "@/db/client";
import { listServices } from "@/db/queries/services";
import { type Counts, countServices } from "@/domain/figures/count";
import { countsAs, DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import type { ServiceRow } from "@/domain/services/service-row";

export type HomePage = { counts: Counts; services: ServiceRow[] };

/** The front page: what is known in the whole United Kingdom. */
export async function loadHomePage(): Promise<HomePage> {
  const services = (await listServices(getDb())).filter(({ kind }) => countsAs(kind, DEFAULT_DEFINITION));
  return { counts: countServices(services, DEFAULT_DEFINITION), services };
}
