import { and, eq, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { listRunnerPublishers } from "@/db/queries/runner-sources";
import { isNamed } from "@/db/queries/visible";
import { areas } from "@/db/schema/areas";
import { addressAreas, commissioners, placeAddresses, places } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import type { AreaName, MapExtras } from "@/domain/map/map-row";

const placeAsWritten = alias(places, "place_as_written");

/**
 * Who pays for each service, where its address lies, and who published what was last said of who runs it: by the id of
 * the service. What may be shown of a service at all says `listServices`; this is asked for those alone.
 */
export async function listMapExtras(db: Db): Promise<Map<string, MapExtras>> {
  const lyingIn = db
    .select({ ids: sql<string[]>`array_agg(${addressAreas.areaId})` })
    .from(addressAreas)
    .where(eq(addressAreas.addressId, placeAddresses.id));
  const rows = await db
    .select({
      id: services.id,
      payer: { slug: commissioners.slug, name: commissioners.name },
      areaIds: sql<string[] | null>`(${lyingIn})`,
    })
    .from(services)
    .innerJoin(placeAsWritten, eq(placeAsWritten.id, services.placeId))
    .innerJoin(
      placeAddresses,
      and(
        eq(placeAddresses.placeId, placeAsWritten.id),
        or(
          eq(placeAddresses.key, services.addressKey),
          and(isNull(services.addressKey), eq(placeAddresses.isMain, true)),
        ),
      ),
    )
    .leftJoin(
      commissioners,
      and(eq(commissioners.id, services.commissionerId), isNamed(commissioners.visibility)),
    )
    .where(isNamed(services.visibility));
  const named = await listAreaNames(db);
  const runners = await listRunnerPublishers(db);
  return new Map(
    rows.map(({ id, payer, areaIds }) => [
      id,
      {
        payer,
        areas: (areaIds ?? []).flatMap((area) => named.get(area) ?? []),
        publisher: runners.get(id)?.publisher ?? null,
        isWorkedOut: runners.get(id)?.isWorkedOut ?? false,
      },
    ]),
  );
}

async function listAreaNames(db: Db): Promise<Map<string, AreaName>> {
  const { id, kind, slug, nameEn, nameCy } = areas;
  const rows = await db.select({ id, kind, slug, name: nameEn, nameCy }).from(areas);
  return new Map(rows.map(({ id: key, ...area }) => [key, area]));
}
