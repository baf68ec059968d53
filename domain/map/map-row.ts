import type { AreaKind } from "@/domain/areas/area";
import type { Named, NamedPlace, ServiceRow } from "@/domain/figures/service-row";
import { isApproximate } from "@/domain/places/place";
import { type CountedKind, isCountedKind } from "@/domain/providers/legal-form";
import { hasPin } from "@/domain/services/service";
import { type PinStatus, pinStatusOf } from "./pin";
import { pinKey } from "./pin-file";

export type AreaName = NamedPlace & { kind: AreaKind };

/** What the map says of a service and no list of ours does. */
export type MapExtras = {
  payer: Named | null;
  /** The areas that its address lies in. */
  areas: readonly AreaName[];
  /** Who published the source that last said who runs it. */
  publisher: string | null;
  /** Whether that is our own conclusion from the source. */
  isWorkedOut: boolean;
};

/** One service with a pin: what its card says, and what filters ask. */
export type MapRow = MapExtras & {
  id: string;
  slug: string;
  name: string;
  category: ServiceRow["category"];
  status: PinStatus;
  mayHaveEnded: boolean;
  disputed: boolean;
  kind: CountedKind;
  lon: number;
  lat: number;
  approximate: boolean;
  place: NamedPlace & { town: string };
  provider: Named | null;
  isProviderHidden: boolean;
  /** Whose group its provider belongs to, the nearest first. */
  groups: readonly Named[];
  startedOn: string | null;
  lastConfirmedOn: string | null;
};

type OnMap = ServiceRow & {
  slug: string;
  name: string;
  place: NonNullable<ServiceRow["place"]>;
  position: NonNullable<ServiceRow["position"]>;
  kind: Extract<ServiceRow["kind"], CountedKind> | null;
};

/** Whether a service is on the map of everything: it has a pin, and some definition counts it. */
export function isOnMap(service: ServiceRow): service is OnMap {
  const { slug, name, place, position, kind, visibility } = service;
  const isPlaced = slug !== null && name !== null && place !== null && position !== null;
  return isPlaced && hasPin(visibility) && isCountedKind(kind ?? "not-known");
}

/** The service on the map; null for one that no definition counts, or that has no pin: shown by area only, or without a place. */
export function mapRow(service: ServiceRow, extras: MapExtras, groups: readonly Named[]): MapRow | null {
  if (!isOnMap(service)) return null;
  const { slug, name, place, position } = service;
  return {
    ...extras,
    id: service.id,
    slug,
    name,
    kind: service.kind ?? "not-known",
    category: service.category,
    status: pinStatusOf(service),
    // Of one that is no longer listed, or that has ended, more is known than that it may have.
    mayHaveEnded: service.mayHaveEnded && pinStatusOf(service) === "operating",
    disputed: service.visibility === "disputed",
    lon: position.lon,
    lat: position.lat,
    approximate: isApproximate(position.precision),
    place: { slug: place.slug, name: place.name, nameCy: place.nameCy, town: place.town },
    provider: service.provider,
    isProviderHidden: service.isProviderHidden,
    groups,
    startedOn: service.startedOn,
    lastConfirmedOn: service.lastConfirmedOn,
  };
}

/** Whether a printed picture has a dot for a service: it is on the map, and has not ended. */
export function isOnPicture(service: ServiceRow): boolean {
  return isOnMap(service) && pinStatusOf(service) !== "ended";
}

/** The order of the map's files: along the Z curve; what stands at one point by its id, so that nothing changes places when something is added. */
export function inFileOrder(a: MapRow, b: MapRow): number {
  return pinKey(a) - pinKey(b) || (a.id < b.id ? -1 : Number(a.id > b.id));
}
