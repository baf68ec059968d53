import { type Db, getDb } from "@/db/client";
import { listProviders } from "@/db/queries/providers";
import { findCompanyNumbers } from "@/db/queries/providers-by-number";
import { type Counts, countServices } from "@/domain/figures/count";
import { type RankedProvider, rankProviders } from "@/domain/figures/group";
import { type UnknownBeside, unknownBeside } from "@/domain/figures/unknown-beside";
import { namesakesIn } from "@/domain/imports/namesakes";
import type { Definition } from "@/domain/providers/legal-form";
import { allServices } from "@/server/pages/all-services";

export type ProvidersPage = {
  ranked: RankedProvider[];
  /** Numbers at Companies House of those in the list that share a name, by id. */
  numbers: ReadonlyMap<string, string>;
  /** Of all that the definition counts: what the rows come to, with what is in none of them. */
  counts: Counts;
  unknown: UnknownBeside;
};

/** Everybody who runs something we count, ranked. @param own another connection than the pages', such as a test's */
export async function loadProviders(definition: Definition, own?: Db): Promise<ProvidersPage> {
  const db = own ?? getDb();
  const [providers, services] = await Promise.all([listProviders(db), allServices(own)]);
  const ranked = rankProviders(providers, services, definition);
  const namesakes = namesakesIn(ranked.map(({ provider }) => provider));
  return {
    ranked,
    numbers: await findCompanyNumbers(
      db,
      namesakes.map(({ id }) => id),
    ),
    counts: countServices(services, definition),
    unknown: unknownBeside(services, definition),
  };
}
