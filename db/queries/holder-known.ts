import { and, eq, exists, inArray, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { isCheckCounted } from "@/db/queries/counted-checks";
import { isProviderInForce, provider, providerAsWritten } from "@/db/queries/counts-under";
import { isNamed } from "@/db/queries/visible";
import { checks, places } from "@/db/schema/places";
import { contracts, serviceContracts, services } from "@/db/schema/services";

const placeAsWritten = alias(places, "place_as_written");

/**
 * For a query of `places`: somebody found out who holds the practice there. A service of another kind at the same address says
 * nothing about it, nor does one that ended, one whose organisation may not be named, or a check that is due again.
 */
export function isHolderKnown(db: Db): SQL<boolean> {
  const one = { one: sql`1` };
  const holder = db
    .select(one)
    .from(serviceContracts)
    .innerJoin(contracts, eq(contracts.id, serviceContracts.contractId))
    .innerJoin(providerAsWritten, eq(providerAsWritten.id, contracts.holderId))
    .innerJoin(provider, isProviderInForce)
    .where(and(eq(serviceContracts.serviceId, services.id), isNamed(contracts.visibility)));
  const runner = db
    .select(one)
    .from(providerAsWritten)
    .innerJoin(provider, isProviderInForce)
    .where(eq(providerAsWritten.id, services.providerId));
  const named = db
    .select(one)
    .from(services)
    .innerJoin(placeAsWritten, eq(placeAsWritten.id, services.placeId))
    .where(
      and(
        sql`coalesce(${placeAsWritten.mergedInto}, ${placeAsWritten.id}) = ${places.id}`,
        eq(services.category, "gp-practice"),
        eq(services.status, "operating"),
        isNamed(services.visibility),
        or(exists(runner), exists(holder)),
      ),
    );
  const checked = db
    .select(one)
    .from(checks)
    .where(
      and(
        eq(checks.placeId, places.id),
        inArray(checks.result, ["outsourced", "not-outsourced"]),
        sql`${checks.dueAgainOn} >= (now() at time zone 'Europe/London')::date`,
        isCheckCounted(db),
      ),
    );
  return sql<boolean>`(${exists(named)} or ${exists(checked)})`;
}
