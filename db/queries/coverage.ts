import { and, desc, eq, inArray, isNull, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { listAreasOfKinds } from "@/db/queries/areas";
import { isCheckCounted } from "@/db/queries/counted-checks";
import {
  countsUnder,
  isProviderInForce,
  kindInForce,
  provider,
  providerAsWritten,
} from "@/db/queries/counts-under";
import { hasOpenEntry } from "@/db/queries/open-entry";
import { latestRegistrations } from "@/db/queries/registrations";
import { isNamed } from "@/db/queries/visible";
import { addressAreas, checks, placeAddresses, places } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import type { AreaKind } from "@/domain/areas/area";
import { COVERED_KINDS, type KindCoverage } from "@/domain/areas/coverage";
import type { AreaSummary } from "@/domain/pages/area-page";
import { INSIDE_KINDS, MONTHS_A_CHECK_HOLDS, type PlaceCheck } from "@/domain/places/place-check";
import { DEFAULT_DEFINITION, type Definition } from "@/domain/providers/legal-form";
import { isRegisteredAnswer, REGISTERED_KINDS } from "@/domain/registrations/registered";

const TODAY = sql`(now() at time zone 'Europe/London')::date`;

const placeAsWritten = alias(places, "place_as_written");

/**
 * Ids of the places where a service runs that counts, with the newest day on which a source said who runs one; merges are followed.
 * @param name of the subquery
 * @param quiet whether services with little or no activity are among them: who runs those is known as well
 */
function outsourcedPlaces(db: Db, definition: Definition, name: string, quiet: "with-quiet" | "active") {
  const id = sql<string>`coalesce(${placeAsWritten.mergedInto}, ${placeAsWritten.id})`;
  return db
    .select({
      id: id.as(`${name}_id`),
      on: sql<string | null>`max(${services.lastConfirmedOn})`.as(`${name}_on`),
    })
    .from(services)
    .innerJoin(placeAsWritten, eq(placeAsWritten.id, services.placeId))
    .leftJoin(providerAsWritten, eq(providerAsWritten.id, services.providerId))
    .leftJoin(provider, isProviderInForce)
    .where(
      and(
        eq(services.status, "operating"),
        isNamed(services.visibility),
        countsUnder(definition),
        quiet === "active" ? isNull(services.quietIn) : undefined,
      ),
    )
    .groupBy(id)
    .as(name);
}

/** A source that spoke of this day speaks for now: as long as a check holds. */
function isOfLastYear(day: SQLWrapper): SQL {
  return sql`${day}::date + make_interval(months => ${MONTHS_A_CHECK_HOLDS}::int) >= ${TODAY}`;
}

/** The newest check of each place, which is the one that speaks; merges are followed. */
function newestChecks(db: Db) {
  const { result, dueAgainOn, checkedOn, recordedAt } = checks;
  const id = sql<string>`coalesce(${placeAsWritten.mergedInto}, ${placeAsWritten.id})`;
  return db
    .selectDistinctOn([id], { id: id.as("checked_id"), result, dueAgainOn })
    .from(checks)
    .innerJoin(placeAsWritten, eq(placeAsWritten.id, checks.placeId))
    .where(isCheckCounted(db))
    .orderBy(id, desc(checkedOn), desc(recordedAt))
    .as("checked");
}

/**
 * Practices of which a source of the last twelve months says that their GPs or the NHS hold them, which is a check as well
 * (`checkByHolder`); merges are followed.
 */
function heldInside(db: Db) {
  return db
    .selectDistinct({
      id: sql<string>`coalesce(${placeAsWritten.mergedInto}, ${placeAsWritten.id})`.as("held_inside_id"),
    })
    .from(services)
    .innerJoin(placeAsWritten, eq(placeAsWritten.id, services.placeId))
    .leftJoin(providerAsWritten, eq(providerAsWritten.id, services.providerId))
    .leftJoin(provider, isProviderInForce)
    .where(
      and(
        eq(services.status, "operating"),
        eq(services.category, "gp-practice"),
        isNamed(services.visibility),
        anyOf(kindInForce, INSIDE_KINDS, "text"),
        isOfLastYear(services.lastConfirmedOn),
      ),
    )
    .as("held_inside");
}

/** The check said yes or no, and is not due again. */
function holds(checked: ReturnType<typeof newestChecks>): SQL {
  return sql`(${checked.result} in ('outsourced', 'not-outsourced') and ${checked.dueAgainOn} >= ${TODAY})`;
}

/** What a registration comes to where it is an answer; a doubt and a registration of no given type are none. */
const ANSWERED_KINDS = REGISTERED_KINDS.filter(isRegisteredAnswer);

/**
 * Places of the kinds that registers list, which a register lists today; one row each with its area. A place whose operator a
 * register gives is known, whatever nobody looked for, and so is a practice of which the regulator's says who is registered.
 */
async function coverage(
  db: Db,
  definition: Definition,
  where: SQL | undefined,
): Promise<(KindCoverage & { areaId: string })[]> {
  const outsourced = outsourcedPlaces(db, definition, "outsourced", "active");
  // A place that a charity runs was looked at, also for a reader who counts companies only.
  const known = outsourcedPlaces(db, DEFAULT_DEFINITION, "known", "with-quiet");
  const checked = newestChecks(db);
  const inside = heldInside(db);
  const latest = latestRegistrations(db);
  const isHeldInside = sql`(${inside.id} is not null and ${places.kind} = 'gp-practice')`;
  const isNhs = sql`coalesce((${places.operator} ->> 'isNhs')::boolean, false)`;
  const isAnswered = sql`(${places.kind} = 'gp-practice' and ${anyOf(sql`${latest.kind}`, ANSWERED_KINDS, "text")})`;
  const isFound = sql`(${known.id} is not null or ${holds(checked)} or ${isHeldInside})`;
  const operatorOn = sql`${places.operator} ->> 'on'`;
  const listOn = sql`greatest(case when ${isAnswered} then ${latest.on}::text end, ${operatorOn})`;
  const isConfirmed = sql`(${holds(checked)} or ${isHeldInside}
    or ${isOfLastYear(known.on)} or ${isOfLastYear(sql`(${listOn})`)})`;
  const rows = await db
    .select({
      areaId: addressAreas.areaId,
      kind: places.kind,
      known: sql<number>`count(distinct ${places.id})::int`,
      checked: sql<number>`count(distinct ${places.id}) filter (where ${isFound} or ${places.operator} is not null or ${isAnswered})::int`,
      confirmed: sql<number>`count(distinct ${places.id}) filter (where ${isConfirmed})::int`,
      ownersNotChecked: sql<number>`count(distinct ${places.id}) filter (where ${isFound} is not true and ${isAnswered} and ${latest.kind} = 'not-checked')::int`,
      listOn: sql<string | null>`max(${listOn})`,
      outsourced: sql<number>`count(distinct ${places.id}) filter (where ${outsourced.id} is not null and not ${isNhs})::int`,
      nhsWithServices: sql<number>`count(distinct ${places.id}) filter (where ${outsourced.id} is not null and ${isNhs})::int`,
      nhsNoneFound: sql<number>`count(distinct ${places.id}) filter (where ${outsourced.id} is null and ${isNhs})::int`,
    })
    .from(addressAreas)
    .innerJoin(
      placeAddresses,
      and(eq(placeAddresses.id, addressAreas.addressId), eq(placeAddresses.isMain, true)),
    )
    .innerJoin(places, eq(places.id, placeAddresses.placeId))
    .leftJoin(outsourced, eq(outsourced.id, places.id))
    .leftJoin(known, eq(known.id, places.id))
    .leftJoin(checked, eq(checked.id, places.id))
    .leftJoin(inside, eq(inside.id, places.id))
    .leftJoin(latest, eq(latest.id, places.id))
    .where(and(where, isNamed(places.visibility), inArray(places.kind, [...COVERED_KINDS]), hasOpenEntry()))
    .groupBy(addressAreas.areaId, places.kind);
  return rows as (KindCoverage & { areaId: string })[];
}

/** How many places of an area the registers list, how many were looked at, how many are outsourced; by kind. */
export async function findCoverage(db: Db, areaId: string, definition: Definition): Promise<KindCoverage[]> {
  const rows = await coverage(db, definition, eq(addressAreas.areaId, areaId));
  return rows;
}

export type AreaCoverage = { area: AreaSummary & { code: string }; kinds: KindCoverage[] };

/** As `findCoverage`, for every area of today of some kinds, by name; areas without a place in a register too. */
export async function listCoverage(
  db: Db,
  kinds: readonly AreaKind[],
  definition: Definition,
): Promise<AreaCoverage[]> {
  const listed = await listAreasOfKinds(db, kinds);
  const rows = await coverage(
    db,
    definition,
    anyOf(
      addressAreas.areaId,
      listed.map((area) => area.id),
    ),
  );
  const byArea = new Map<string, KindCoverage[]>();
  for (const { areaId, ...line } of rows) byArea.set(areaId, [...(byArea.get(areaId) ?? []), line]);
  return listed.map((area) => ({ area, kinds: byArea.get(area.id) ?? [] }));
}

/** The newest check of a place. */
export async function findCheck(db: Db, placeId: string): Promise<PlaceCheck | null> {
  const { result, checkedOn, dueAgainOn } = checks;
  const [row] = await db
    .select({ result, checkedOn, dueAgainOn })
    .from(checks)
    .where(and(eq(checks.placeId, placeId), isCheckCounted(db)))
    .orderBy(desc(checks.checkedOn), desc(checks.recordedAt))
    .limit(1);
  return row ?? null;
}
