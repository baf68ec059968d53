import type { PlacedAddress } from "@/db/queries/projection-sides";
import type { ProjectedType } from "@/db/queries/projections";
import type { Claim } from "@/domain/claims/claim";
import {
  type PlaceIdentifier,
  type PlaceRegistration,
  projectCommissioner,
  projectContract,
  projectPlace,
  projectProvider,
  projectService,
} from "@/domain/claims/projection";
import type { ProjectionRules } from "@/server/records/projection-rules";

/** What the claims of one record make of its row and of the rows beside it. */
export type Projected = {
  columns: Record<string, unknown>;
  /** Set for a service shown by area only: an address that tells nothing but the category. */
  areaOnlySlug: string | null;
  service?: { areaIds: string[]; contractIds: string[] };
  place?: {
    identifiers: PlaceIdentifier[];
    addresses: PlacedAddress[];
    registrations: PlaceRegistration[];
  };
};

/** @throws Error when a record lacks what it cannot be without. */
export async function projectClaims(
  type: ProjectedType,
  claims: readonly Claim[],
  rules: ProjectionRules,
): Promise<Projected> {
  switch (type) {
    case "service":
      return projectedService(claims, rules);
    case "place":
      return projectedPlace(claims, rules);
    case "provider":
      return { columns: projectProvider(claims), areaOnlySlug: null };
    case "commissioner":
      return { columns: projectCommissioner(claims), areaOnlySlug: null };
    case "contract":
      return { columns: projectContract(claims), areaOnlySlug: null };
  }
}

function projectedService(claims: readonly Claim[], rules: ProjectionRules): Projected {
  const { servesAreaIds: areaIds, contractIds, ...columns } = projectService(claims);
  const isHidden = rules.isAreaOnly(columns.category);
  return {
    columns: isHidden ? { ...columns, placeId: null, addressKey: null } : columns,
    areaOnlySlug: isHidden ? columns.category : null,
    service: { areaIds, contractIds },
  };
}

async function projectedPlace(claims: readonly Claim[], rules: ProjectionRules): Promise<Projected> {
  const { identifiers, addresses, registrations, ...columns } = projectPlace(claims);
  const areaIdsOf = await rules.areaAssigner();
  const placed = addresses.map((address) => ({ address, areaIds: areaIdsOf(address) }));
  return { columns, areaOnlySlug: null, place: { identifiers, addresses: placed, registrations } };
}
