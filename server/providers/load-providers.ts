import { getDb } from "@/db/client";
import { listProviders } from "@/db/queries/providers";
import { listServices } from "@/db/queries/services";
import { type RankedProvider, rankProviders } from "@/domain/providers/group";
import type { Definition } from "@/domain/providers/legal-form";

/** Everybody who runs something we count, ranked. */
export async function loadProviders(definition: Definition): Promise<RankedProvider[]> {
  const db = getDb();
  const [providers, services] = await Promise.all([listProviders(db), listServices(db)]);
  return rankProviders(providers, services, definition);
}
