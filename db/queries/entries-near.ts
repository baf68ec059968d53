import { type SQL, sql } from "drizzle-orm";
import { areas } from "@/db/schema/areas";
import { addressAreas, placeAddresses, places } from "@/db/schema/places";
import { serviceAreas, services } from "@/db/schema/services";

/** Ids of entries of any type that lie in one of these areas or serve it, the areas themselves among them: what complaints are sifted by. */
export function entriesInAreas(areaIds: readonly string[]): SQL {
  const wanted = sql`any(${sql.param(areaIds)}::uuid[])`;
  const lying = sql`select ${placeAddresses.placeId} from ${addressAreas} join ${placeAddresses} on ${placeAddresses.id} = ${addressAreas.addressId} where ${addressAreas.areaId} = ${wanted}`;
  return sql`
    select ${serviceAreas.serviceId} from ${serviceAreas} where ${serviceAreas.areaId} = ${wanted}
    union select ${services.id} from ${services} where ${services.placeId} in (${lying})
    union ${lying}
    union select ${areas.id} from ${areas} where ${areas.id} = ${wanted}`;
}

/** Ids of places in a town and of services there. */
export function entriesInTown(town: string): SQL {
  const there = sql`select ${placeAddresses.placeId} from ${placeAddresses} where lower(${placeAddresses.town}) = ${town.toLowerCase()}`;
  return sql`select ${places.id} from ${places} where ${places.id} in (${there})
    union select ${services.id} from ${services} where ${services.placeId} in (${there})`;
}
