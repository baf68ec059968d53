import { and, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { isCounted } from "@/db/queries/claims";
import { WHO } from "@/db/queries/runner-sources";
import { isNamed } from "@/db/queries/visible";
import { areas } from "@/db/schema/areas";
import { addressAreas, commissioners, placeAddresses, places } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { claims, sources } from "@/db/schema/sources";
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
  const [named, publishers] = [await listAreaNames(db), await listPublishers(db)];
  return new Map(
    rows.map(({ id, payer, areaIds }) => [
      id,
      {
        payer,
        areas: (areaIds ?? []).flatMap((area) => named.get(area) ?? []),
        publisher: publishers.get(id) ?? null,
      },
    ]),
  );
}

async function listAreaNames(db: Db): Promise<Map<string, AreaName>> {
  const { id, kind, slug, nameEn, nameCy } = areas;
  const rows = await db.select({ id, kind, slug, name: nameEn, nameCy }).from(areas);
  return new Map(rows.map(({ id: key, ...area }) => [key, area]));
}

/** By service: the publisher of the source behind the newest fact in force of who runs it. */
async function listPublishers(db: Db): Promise<Map<string, string>> {
  const rank = sql`array_position(${sql.param(WHO)}::text[], ${claims.field})`;
  const rows = await db
    .selectDistinctOn([claims.recordId], { id: claims.recordId, publisher: sources.publisher })
    .from(claims)
    .innerJoin(sources, eq(sources.id, claims.sourceId))
    .where(
      and(
        eq(claims.recordType, "service"),
        inArray(claims.field, WHO),
        isNull(claims.supersededBy),
        isNotNull(sources.publisher),
        isCounted(db),
      ),
    )
    .orderBy(claims.recordId, rank, sql`${claims.confirmedOn} desc`, claims.id);
  return new Map(rows.flatMap(({ id, publisher }) => (publisher === null ? [] : [[id, publisher] as const])));
}
