import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { contractName, listContractIds } from "@/db/queries/claims-read";
import { sameName } from "@/db/queries/plain-name";
import { isNamed, isShown } from "@/db/queries/visible";
import { areas } from "@/db/schema/areas";
import { commissioners } from "@/db/schema/places";
import { contracts, serviceAreas, serviceContracts, services } from "@/db/schema/services";
import { claims } from "@/db/schema/sources";
import type { LineRecord } from "@/domain/claims/line-history";
import type { LineKind } from "@/domain/reports/service-lines";
import { PUBLIC_VISIBILITIES } from "@/domain/services/service";

/** A line of a service as a page names it. */
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
    ...contractIds.flatMap((id) => {
      const name = names.get(id);
      return name === undefined ? [] : [{ kind: "contract" as const, id, name }];
    }),
  ];
}

async function findContractNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: contracts.id, name: contractName })
    .from(contracts)
    .where(and(anyOf(contracts.id, ids), isNamed(contracts.visibility)));
  return new Map(rows.map(({ id, name }) => [id, name]));
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

/** The contracts and payers that a batch says anything of. */
export async function listLinesOfBatch(db: Db, batchId: string): Promise<LineRecord[]> {
  const rows = await db
    .selectDistinct({ type: claims.recordType, id: claims.recordId })
    .from(claims)
    .where(and(eq(claims.batchId, batchId), inArray(claims.recordType, ["contract", "commissioner"])));
  return rows.map(({ type, id }) => ({ type: type === "contract" ? "contract" : "commissioner", id }));
}

/** The services that run under a contract, or that a body pays for, by itself or by a contract; those that are off the site and may come back too. */
export async function listServicesWith(db: Db, { type, id }: LineRecord): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: services.id })
    .from(services)
    .leftJoin(serviceContracts, eq(serviceContracts.serviceId, services.id))
    .leftJoin(contracts, eq(contracts.id, serviceContracts.contractId))
    .where(
      and(
        type === "contract"
          ? eq(contracts.id, id)
          : or(eq(services.commissionerId, id), eq(contracts.commissionerId, id)),
        inArray(services.visibility, [...PUBLIC_VISIBILITIES, "withheld"]),
        isNull(services.withdrawnAt),
      ),
    );
  return rows.map((row) => row.id);
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
