import { and, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { isNamed } from "@/db/queries/visible";
import { providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import type { NamedRunner } from "@/domain/registrations/another-runner";

const asWritten = alias(providers, "runner_as_written");
const runner = alias(providers, "runner");

/** A running service of general practice, with who runs it: a merged provider is the one it was merged into. */
export type RunnerAt = NamedRunner & { serviceId: string; placeId: string };

/** Who runs general practice at these places, by services that readers see; by place and service, so that the order is always the same. */
export async function listRunnersAt(db: Db, placeIds: readonly string[]): Promise<RunnerAt[]> {
  if (placeIds.length === 0) return [];
  const rows = await db
    .select({
      serviceId: services.id,
      placeId: services.placeId,
      providerId: runner.id,
      providerName: runner.name,
      legalForm: runner.legalForm,
    })
    .from(services)
    .leftJoin(asWritten, eq(asWritten.id, services.providerId))
    .leftJoin(runner, sql`${runner.id} = coalesce(${asWritten.mergedInto}, ${asWritten.id})`)
    .where(
      and(
        anyOf(services.placeId, placeIds),
        eq(services.category, "gp-practice"),
        eq(services.status, "operating"),
        isNull(services.mergedInto),
        isNamed(services.visibility),
      ),
    )
    .orderBy(services.placeId, services.id);
  return rows.flatMap(({ placeId, ...row }) => (placeId === null ? [] : [{ ...row, placeId }]));
}

/** The places of these services, of those that have one. */
export async function listPlacesOfServices(db: Db, serviceIds: readonly string[]): Promise<string[]> {
  if (serviceIds.length === 0) return [];
  const rows = await db
    .selectDistinct({ placeId: services.placeId })
    .from(services)
    .where(and(anyOf(services.id, serviceIds), eq(services.category, "gp-practice")));
  return rows.flatMap(({ placeId }) => placeId ?? []);
}
