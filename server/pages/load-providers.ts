import { type Db, getDb } from "@/db/client";
import { listProviders } from "@/db/queries/providers";
import { type Counts, countServices } from "@/domain/figures/count";
import { type RankedProvider, rankProviders } from "@/domain/figures/group";
import { type UnknownBeside, unknownBeside } from "@/domain/figures/unknown-beside";
import type { Definition } from "@/domain/providers/legal-form";
import { allServices } from "@/server/pages/all-services";

export type ProvidersPage = {
  ranked: RankedProvider[];
  /** Of all that the definition counts: what the rows come to, with what is in none of them. */
  counts: Counts;
  unknown: UnknownBeside;
};

/** Everybody who runs something we count, ranked. @param own another connection than the pages', such as a test's */
export async function loadProviders(definition: Definition, own?: Db): Promise<ProvidersPage> {
  const [providers, services] = await Promise.all([listProviders(own ?? getDb()), allServices(own)]);
  return {
    ranked: rankProviders(providers, services, definition),
    counts: countServices(services, definition),
    unknown: unknownBeside(services, definition),
  };
}
