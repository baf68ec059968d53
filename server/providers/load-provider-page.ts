import { getDb } from "@/db/client";
import { type ChangeRead, findRecordNames, listChanges, listSourcedClaims } from "@/db/queries/claims-read";
import { findProvider } from "@/db/queries/providers";
import { listServicesOfProvider } from "@/db/queries/services";
import { type ClaimRead, idsIn, type RecordName, readClaims } from "@/domain/claims/reading";
import { type Counts, countServices } from "@/domain/figures/count";
import type { ProviderDetail } from "@/domain/places/place-page";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import type { ServiceRow } from "@/domain/services/service-row";

export type ProviderPage = {
  provider: ProviderDetail;
  services: ServiceRow[];
  counts: Counts;
  claims: ClaimRead[];
  names: Map<string, RecordName>;
  changes: ChangeRead[];
};

/** One organisation, what it runs and every claim about it. Undefined where there is nothing public. */
export async function loadProviderPage(slug: string): Promise<ProviderPage | undefined> {
  const db = getDb();
  const provider = await findProvider(db, slug);
  if (!provider) return undefined;
  const [services, claims, changes] = await Promise.all([
    listServicesOfProvider(db, provider.id),
    listSourcedClaims(db, "provider", [provider.id]),
    listChanges(db, "provider", provider.id),
  ]);
  const names = await findRecordNames(
    db,
    claims.flatMap((claim) => idsIn(claim.value)),
  );
  return {
    provider,
    services,
    counts: countServices(services, DEFAULT_DEFINITION),
    claims: readClaims(claims),
    names,
    changes,
  };
}
