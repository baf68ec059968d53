import { getDb } from "@/db/client";
import { findRecordNames, listChanges, listContractIds, listSourcedClaims } from "@/db/queries/claims-read";
import { listAreasOfService } from "@/db/queries/places";
import { findServiceRow } from "@/db/queries/services";
import { idsIn, readClaims } from "@/domain/claims/reading";
import type { ServicePageData } from "@/domain/services/service-page";

/** One service with every claim about it and its contracts. Undefined where there is nothing public. */
export async function loadServicePage(slug: string): Promise<ServicePageData | undefined> {
  const db = getDb();
  const service = await findServiceRow(db, slug);
  if (!service || service.slug === null || service.name === null) return undefined;
  const contractIds = await listContractIds(db, service.id);
  const [claims, contractClaims, areas, changes] = await Promise.all([
    listSourcedClaims(db, "service", [service.id]),
    listSourcedClaims(db, "contract", contractIds),
    listAreasOfService(db, service.id),
    listChanges(db, "service", service.id),
  ]);
  const names = await findRecordNames(
    db,
    [...claims, ...contractClaims].flatMap((claim) => idsIn(claim.value)),
  );
  return {
    service: { ...service, slug: service.slug, name: service.name },
    claims: readClaims(claims),
    contracts: contractIds.map((id) => readClaims(contractClaims.filter((claim) => claim.recordId === id))),
    names,
    areas,
    changes,
  };
}
