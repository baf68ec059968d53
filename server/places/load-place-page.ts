import { getDb } from "@/db/client";
import { findRecordNames, listChanges, listSourcedClaims } from "@/db/queries/claims-read";
import { findPlace, listAreasOfAddress } from "@/db/queries/places";
import { listServicesAtPlace } from "@/db/queries/services";
import { idsIn, readClaims } from "@/domain/claims/reading";
import type { PlacePageData } from "@/domain/places/place-page";

/** One place, what runs there and every claim about it. Undefined where there is nothing public. */
export async function loadPlacePage(slug: string): Promise<PlacePageData | undefined> {
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
