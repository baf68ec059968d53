import { and, desc, inArray, not, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { isCheckCounted } from "@/db/queries/counted-checks";
import { placeNamesHiddenProvider } from "@/db/queries/given-away";
import { hasOpenEntry } from "@/db/queries/open-entry";
import { isRegisterEntry } from "@/db/queries/register-entry";
import { listRegistrations } from "@/db/queries/registrations";
import { listServicesAtPlaces } from "@/db/queries/services";
import { isNamed } from "@/db/queries/visible";
import { areas } from "@/db/schema/areas";
import { addressAreas, checks, placeAddresses, placeIdentifiers, places } from "@/db/schema/places";
import type { Nation } from "@/domain/areas/area";
import type { PlaceToAnswer } from "@/domain/pages/place-answer";
import type { StoredOperator } from "@/domain/places/place-operator";
import { registeredAnswerOf } from "@/domain/registrations/registered";

/** `operator` as it is stored: what it may say of names is for the caller. */
export type PlaceWithSlug = Omit<PlaceToAnswer, "today" | "operator"> & {
  slug: string;
  operator: StoredOperator | null;
};

/** What the answer of each of some public places is made from, in the order of slugs; as `loadPlacePage` asks it for one. */
export async function listPlacesToAnswer(db: Db, slugs: readonly string[]): Promise<PlaceWithSlug[]> {
  if (slugs.length === 0) return [];
  const nation = sql<Nation | null>`(
    select area.nation from ${placeAddresses} address
    join ${addressAreas} inside on inside.address_id = address.id
    join ${areas} area on area.id = inside.area_id
    where address.place_id = "places"."id" and address.is_main
    order by area.kind, area.name_en limit 1)`;
  const isInRegister = sql<boolean>`exists (
    select 1 from ${placeIdentifiers} entry where entry.place_id = "places"."id"
    and entry.scheme <> 'ods-branch' and ${isRegisterEntry("entry")})`;
  const found = await db
    .select({
      id: places.id,
      slug: places.slug,
      kind: places.kind,
      operator: places.operator,
      nation,
      isInRegister,
      isListed: hasOpenEntry(),
    })
    .from(places)
    .where(
      and(
        inArray(places.slug, [...slugs]),
        isNamed(places.visibility),
        not(placeNamesHiddenProvider(db, places.id)),
      ),
    )
    .orderBy(places.slug);
  const ids = found.map(({ id }) => id);
  const [services, newest, registrations] = await Promise.all([
    listServicesAtPlaces(db, ids),
    newestChecks(db, ids),
    listRegistrations(db, ids),
  ]);
  return found.map(({ id, ...place }) => ({
    ...place,
    services: services.filter(({ placeId }) => placeId === id),
    check: newest.find(({ placeId }) => placeId === id) ?? null,
    registered: registeredAnswerOf(registrations.get(id) ?? []),
  }));
}

async function newestChecks(db: Db, placeIds: readonly string[]) {
  const { placeId, result, checkedOn, dueAgainOn, recordedAt } = checks;
  return db
    .selectDistinctOn([placeId], { placeId, result, checkedOn, dueAgainOn })
    .from(checks)
    .where(and(inArray(placeId, [...placeIds]), isCheckCounted(db)))
    .orderBy(placeId, desc(checkedOn), desc(recordedAt));
}
