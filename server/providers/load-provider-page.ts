import { getDb } from "@/db/client";
import { findRecordNames, listChanges, listSourcedClaims } from "@/db/queries/claims-read";
import { findHiddenNames } from "@/db/queries/hidden-names";
import { findProvider } from "@/db/queries/providers";
import { listServicesOfProvider } from "@/db/queries/services";
import { hideQuotes } from "@/domain/claims/hide-quotes";
import { idsIn, readClaims } from "@/domain/claims/reading";
import { countServices } from "@/domain/figures/count";
import type { ProviderPageData } from "@/domain/places/place-page";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";

/** One organisation, what it runs and every claim about it. Undefined where there is nothing public. */
export async function loadProviderPage(slug: string): Promise<ProviderPageData | undefined> {
  const db = getDb();
  const provider = await findProvider(db, slug);
  if (!provider) return undefined;
  const [services, claims, changes] = await Promise.all([
    listServicesOfProvider(db, provider.id),
    listSourcedClaims(db, "provider", [provider.id]),
    listChanges(db, "provider", provider.id),
  ]);
  const pointedAt = claims.flatMap((claim) => idsIn(claim.value));
  const [names, hidden] = await Promise.all([findRecordNames(db, pointedAt), findHiddenNames(db, pointedAt)]);
  return {
    provider,
    services,
    counts: countServices(services, DEFAULT_DEFINITION),
    claims: hideQuotes(readClaims(claims), hidden),
    names,
    changes,
  };
}
