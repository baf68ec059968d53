import { and, asc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { listContractIds } from "@/db/queries/claims-read";
import { sameName } from "@/db/queries/plain-name";
import { isNamed, isShown } from "@/db/queries/visible";
import { areas } from "@/db/schema/areas";
import { commissioners } from "@/db/schema/places";
import { contracts, serviceAreas, serviceContracts, services } from "@/db/schema/services";
import type { LineKind } from "@/domain/reports/service-lines";

/** A line of a service as a page names it; a contract that has neither a reference nor words of its own has no name. */
export type LineRead = { kind: LineKind; id: string; name: string };

/** Who pays for a service, the contracts that it runs under and the areas that it serves, as far as they may be named. */
export async function listLines(db: Db, serviceId: string): Promise<LineRead[]> {
  const payers = await db
    .select({ id: commissioners.id, name: commissioners.name })
    .from(services)
    .innerJoin(commissioners, eq(commissioners.id, services.commissionerId))
    .where(and(eq(services.id, serviceId), isNamed(commissioners.visibility)));
  const served = await db
    .select({ id: areas.id, name: areas.nameEn })
    .from(serviceAreas)
    .innerJoin(areas, eq(areas.id, serviceAreas.areaId))
    .where(eq(serviceAreas.serviceId, serviceId))
    .orderBy(asc(areas.nameEn), asc(areas.id));
  const contractIds = await listContractIds(db, serviceId);
  const names = await findContractNames(db, contractIds);
  return [
    ...payers.map((payer) => ({ kind: "commissioner" as const, id: payer.id, name: payer.name })),
    ...served.map((area) => ({ kind: "area" as const, id: area.id, name: area.name })),
    ...contractIds.map((id) => ({ kind: "contract" as const, id, name: names.get(id) ?? "" })),
  ];
}

async function findContractNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: contracts.id, reference: contracts.noticeReference, covers: contracts.covers })
    .from(contracts)
    .where(and(anyOf(contracts.id, ids), isNamed(contracts.visibility)));
  return new Map(rows.map(({ id, reference, covers }) => [id, reference ?? covers ?? ""]));
}

/** The public services that run under a contract. */
export async function listServicesUnder(db: Db, contractId: string): Promise<string[]> {
  const rows = await db
    .select({ id: services.id })
    .from(serviceContracts)
    .innerJoin(services, eq(services.id, serviceContracts.serviceId))
    .where(and(eq(serviceContracts.contractId, contractId), isShown(services.visibility)));
  return rows.map(({ id }) => id);
}

/** The id of the contract with this very reference of a notice, which may be named. */
export async function findContractByReference(db: Db, reference: string): Promise<string | undefined> {
  const [row] = await db
    .select({ id: contracts.id })
    .from(contracts)
    .where(and(sameName(contracts.noticeReference, reference), isNamed(contracts.visibility)))
    .orderBy(asc(contracts.createdAt), asc(contracts.id))
    .limit(1);
  return row?.id;
}
