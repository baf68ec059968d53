import { type Db, getDb } from "@/db/client";
import { findRecordNames, listChanges, listSourcedClaims } from "@/db/queries/claims-read";
import { listDisputes, listDisputesOf } from "@/db/queries/complaints";
import { findCheck } from "@/db/queries/coverage";
import { findHiddenNames } from "@/db/queries/hidden-names";
import { listNearbyServices } from "@/db/queries/nearby";
import { findPlace, listAreasOfAddress, listAreasOfServices } from "@/db/queries/places";
import { findProvider } from "@/db/queries/providers";
import { listRegistrations } from "@/db/queries/registrations";
import { listPublicFiles } from "@/db/queries/report-files";
import { listPlacesAtPostcode } from "@/db/queries/same-postcode";
import { listServicesAtPlace } from "@/db/queries/services";
import { hideDisputes, hideQuotes, hideReasons } from "@/domain/claims/hide-quotes";
import { idsIn, readClaims } from "@/domain/claims/reading";
import { ukToday } from "@/domain/dates/partial-date";
import type { ServiceRow } from "@/domain/figures/service-row";
import type { AreaSummary } from "@/domain/pages/area-page";
import type { NearbyService } from "@/domain/pages/nearby";
import { answerForPlace } from "@/domain/pages/place-answer";
import type { AddressRead, PlacePageData } from "@/domain/pages/place-page";
import { isApproximate } from "@/domain/places/place";
import { DEFAULT_DEFINITION, type Definition, isListedUnder } from "@/domain/providers/legal-form";
import { registeredAnswerOf } from "@/domain/registrations/registered";
import { loadComment } from "@/server/pages/load-comment";
import { operatorsToday } from "@/server/pages/operators-today";

const MOST_NEARBY = 6;
const WITHIN_METRES = 30_000;

/**
 * One place, what runs there and every claim about it. The lists are of what the definition counts; the answer is not,
 * because a place that a charity runs was looked at and is outsourced, whatever the reader counts. Undefined where
 * there is nothing public.
 */
export async function loadPlacePage(
  slug: string,
  definition: Definition,
  db: Db = getDb(),
): Promise<PlacePageData | undefined> {
  const place = await findPlace(db, slug);
  if (!place) return undefined;
  const [main] = place.addresses;
  const [services, claims, ofAddress, nearby, changes, check, samePostcode, registered] = await Promise.all([
    listServicesAtPlace(db, place.id),
    listSourcedClaims(db, "place", [place.id]),
    main ? listAreasOfAddress(db, main.id) : [],
    main ? findNearby(db, main, definition) : [],
    listChanges(db, "place", [place.id]),
    findCheck(db, place.id),
    listPlacesAtPostcode(db, main?.postcode ?? "", place.id),
    listRegistrations(db, [place.id]),
  ]);
  const registrations = registered.get(place.id) ?? [];
  const areas = await withAreasServed(db, ofAddress, services);
  const ofServices = await listSourcedClaims(
    db,
    "service",
    services.filter((service) => service.isProviderHidden).map((service) => service.id),
  );
  const pointedAt = [...claims, ...ofServices].flatMap((claim) => idsIn(claim.value));
  const [names, hidden] = await Promise.all([findRecordNames(db, pointedAt), findHiddenNames(db, pointedAt)]);
  const disputed = services.filter(({ visibility }) => visibility === "disputed").map(({ id }) => id);
  const ofDisputed = hideDisputes(await listDisputesOf(db, "service", disputed), hidden);
  const holding = registrations.find(({ isLatest }) => isLatest)?.provider;
  const holder = holding ? await findProvider(db, holding.slug) : undefined;
  const listed = services.filter(({ kind }) => isListedUnder(kind, definition));
  return {
    place,
    services: listed,
    leftOut: services.length - listed.length,
    definition,
    answer: answerForPlace(
      {
        kind: place.kind,
        nation: areas[0]?.nation ?? null,
        isInRegister: place.identifiers.some(
          ({ scheme, isOfRegister }) => isOfRegister && scheme !== "ods-branch",
        ),
        isListed: place.isListed,
        services,
        check,
        operator: (await operatorsToday(db, [place])).get(place.slug) ?? null,
        registered: registeredAnswerOf(registrations),
        today: ukToday(),
      },
      DEFAULT_DEFINITION,
    ),
    registrations,
    comment: await loadComment(db, holder?.id, hidden),
    claims: hideQuotes(readClaims(claims), hidden),
    names,
    areas,
    samePostcode,
    nearby: nearby.filter((service) => service.place.slug !== slug).slice(0, MOST_NEARBY),
    changes: hideReasons(changes, hidden),
    pictures: await listPublicFiles(db, "place", place.id),
    disputes: hideDisputes(await listDisputes(db, "place", place.id), hidden),
    serviceDisputes: new Map(
      disputed.map((id) => [id, ofDisputed.filter(({ recordId }) => recordId === id)]),
    ),
  };
}

/**
 * A place known only to its town is in no constituency by its address; of the kinds of area that are missing, those count
 * which what runs there says it serves.
 */
async function withAreasServed(
  db: Db,
  ofAddress: AreaSummary[],
  services: readonly ServiceRow[],
): Promise<AreaSummary[]> {
  const kinds = new Set(ofAddress.map(({ kind }) => kind));
  if (kinds.has("constituency")) return ofAddress;
  const served = await listAreasOfServices(
    db,
    services.map(({ id }) => id),
  );
  return [...ofAddress, ...served.filter(({ kind }) => !kinds.has(kind))];
}

/** A distance from the middle of a town would say more than is known. */
async function findNearby(
  db: Db,
  { lon, lat, precision }: AddressRead,
  definition: Definition,
): Promise<NearbyService[]> {
  if (lon === null || lat === null || isApproximate(precision)) return [];
  return listNearbyServices(db, { lon, lat }, { within: WITHIN_METRES, limit: 2 * MOST_NEARBY, definition });
}
