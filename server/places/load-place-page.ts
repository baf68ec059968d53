import { getDb } from "@/db/client";
import { type ChangeRead, findRecordNames, listChanges, listSourcedClaims } from "@/db/queries/claims-read";
import { findPlace, listAreasOfAddress } from "@/db/queries/places";
import { listServicesAtPlace } from "@/db/queries/services";
import type { AreaSummary } from "@/domain/areas/area-page";
import { type ClaimRead, idsIn, type RecordName, readClaims } from "@/domain/claims/reading";
import type { PlaceDetail } from "@/domain/places/place-page";
import type { ServiceRow } from "@/domain/services/service-row";

export type PlacePage = {
  place: PlaceDetail;
  services: ServiceRow[];
  claims: ClaimRead[];
  names: Map<string, RecordName>;
  areas: AreaSummary[];
  changes: ChangeRead[];
};

/** One place, what runs there and every claim about it. Undefined where there is nothing public. */
export async function loadPlacePage(slug: string): Promise<PlacePage | undefined> {
  const db = getDb();
  const place = await findPlace(db, slug);
  if (!place) return undefined;
  const [main] = place.addresses;
  const [services, claims, areas, changes] = await Promise.all([
    listServicesAtPlace(db, place.id),
    listSourcedClaims(db, "place", [place.id]),
    main ? listAreasOfAddress(db, main.id) : [],
    listChanges(db, "place", place.id),
  ]);
  const names = await findRecordNames(
    db,
    claims.flatMap((claim) => idsIn(claim.value)),
  );
  return { place, services, claims: readClaims(claims), names, areas, changes };
}
