import { getDb } from "@/db/client";
import { listProviders } from "@/db/queries/providers";
import { type RankedProvider, rankProviders } from "@/domain/providers/group";
import type { Definition } from "@/domain/providers/legal-form";
import { allServices } from "@/server/services/all-services";

/** Everybody who runs something we count, ranked. */
export async function loadProviders(definition: Definition): Promise<RankedProvider[]> {
  const db = getDb();
  const [providers, services] = await Promise.all([listProviders(db), allServices()]);
  return rankProviders(providers, services, definition);
}
