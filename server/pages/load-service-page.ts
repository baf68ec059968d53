import { type Db, getDb } from "@/db/client";
import { findRecordNames, listChanges, listContractIds, listSourcedClaims } from "@/db/queries/claims-read";
import { listDisputes } from "@/db/queries/complaints";
import { findHiddenNames } from "@/db/queries/hidden-names";
import { listAreasOfServices } from "@/db/queries/places";
import { listRegistrations } from "@/db/queries/registrations";
import { listPublicFiles } from "@/db/queries/report-files";
import { findServiceRow, listServicesBefore } from "@/db/queries/services";
import { saysSo } from "@/domain/claims/claim";
import { hideDisputes, hideQuotes, hideReasons } from "@/domain/claims/hide-quotes";
import { idsIn, inForceOfEach, readClaims } from "@/domain/claims/reading";
import type { ServiceRow } from "@/domain/figures/service-row";
import type { ServicePageData } from "@/domain/pages/service-page";
import { type RegisteredAnswer, registeredAnswerOf } from "@/domain/registrations/registered";
import { isRunning } from "@/domain/services/running";
import { loadComment } from "@/server/pages/load-comment";

/** One service with every claim about it and its contracts. Undefined where there is nothing public. */
export async function loadServicePage(slug: string, db: Db = getDb()): Promise<ServicePageData | undefined> {
  const service = await findServiceRow(db, slug);
  if (!service || service.slug === null || service.name === null) return undefined;
  const contractIds = await listContractIds(db, service.id);
  const [before, claims, contractClaims, areas, changes] = await Promise.all([
    listServicesBefore(db, service.id),
    listSourcedClaims(db, "service", [service.id]),
    listSourcedClaims(db, "contract", contractIds),
    listAreasOfServices(db, [service.id]),
    listChanges(db, "service", [service.id]),
  ]);
  const payers = inForceOfEach(claims).filter(
    ({ field, value }) => field === "commissioner" && saysSo(value),
  );
  // What stands on this page and has none of its own.
  const ofLines = [
    ...(await listChanges(db, "contract", contractIds)),
    ...(await listChanges(
      db,
      "commissioner",
      payers.flatMap(({ value }) => idsIn(value)),
    )),
  ];
  const pointedAt = [...claims, ...contractClaims].flatMap((claim) => idsIn(claim.value));
  const [names, hidden] = await Promise.all([findRecordNames(db, pointedAt), findHiddenNames(db, pointedAt)]);
  const [runner] = idsIn(inForceOfEach(claims).find(({ field }) => field === "provider")?.value);
  // Of an organisation that may not be named nothing is told, its own words least.
  const told = runner !== undefined && names.has(runner) ? runner : undefined;
  const read = (of: typeof claims) => hideQuotes(readClaims(of), hidden);
  return {
    service: { ...service, slug: service.slug, name: service.name },
    registered: await registeredAt(db, service),
    before,
    claims: read(claims),
    contracts: contractIds.map((id) => read(contractClaims.filter((claim) => claim.recordId === id))),
    names,
    areas,
    changes: hideReasons([...changes, ...ofLines], hidden).sort(
      (a, b) => b.changedAt.getTime() - a.changedAt.getTime(),
    ),
    pictures: await listPublicFiles(db, "service", service.id),
    comment: await loadComment(db, told, hidden),
    disputes: hideDisputes(await listDisputes(db, "service", service.id), hidden),
  };
}

/** Of a practice the page says who is registered, with the day and the copy: what its source alone says has neither. */
async function registeredAt(db: Db, service: ServiceRow): Promise<RegisteredAnswer | null> {
  const { placeId, category } = service;
  if (placeId === null || category !== "gp-practice" || !isRunning(service)) return null;
  return registeredAnswerOf((await listRegistrations(db, [placeId])).get(placeId) ?? []);
}
