import type { Db } from "@/db/client";
import { findNamesOf } from "@/db/queries/batch-records";
import { findMergedProviders, listRegisteredSince } from "@/db/queries/held-registrations";
import { findProvidersWithoutForm } from "@/db/queries/providers-without-form";
import { listPractices } from "@/db/queries/registered-practices";
import { listRunnersAt, type RunnerAt } from "@/db/queries/runners-at";
import { findServicesAtPlaces } from "@/db/queries/stored-records";
import type { RegistrationTable } from "@/db/reference/registration-table";
import { firstDayOf } from "@/domain/dates/partial-date";
import type { RegisteredPlace, StoredForRegistrations } from "./registration-drafts";
import { findStoredOrganisations } from "./stored-organisations";

/** What is in the database already that registrations may speak of. */
export async function findStoredForRegistrations(
  db: Db,
  { registrations, edition }: Pick<RegistrationTable, "registrations" | "edition">,
): Promise<StoredForRegistrations> {
  const newer = await listRegisteredSince(db, firstDayOf(edition));
  const placeOfCode = new Map<string, RegisteredPlace>();
  const byId = new Map<string, RegisteredPlace>();
  // Open codes first: a place goes by the one it has today.
  for (const { id, name, addressKey, isListed, code } of await listPractices(db)) {
    const place = byId.get(id) ?? { id, name, addressKey, isListed, code };
    byId.set(id, place);
    placeOfCode.set(code, place);
  }
  const organisations = registrations.flatMap((one) =>
    one.form === "organisation" ? [one.organisation] : [],
  );
  const { ofNumber, ofName } = await findStoredOrganisations(db, organisations);
  const merged = await findMergedProviders(db);
  const services = (await findServicesAtPlaces(db, [...byId.keys()])).flatMap((service) => {
    const { category, providerId } = service;
    if (category !== "gp-practice") return [];
    return { ...service, providerId: merged.get(providerId ?? "") ?? providerId };
  });
  const named = await findNamesOf(
    db,
    services.flatMap(({ providerId }) =>
      providerId === null ? [] : [{ type: "provider" as const, id: providerId }],
    ),
  );
  const serviceOf = new Map(
    services.map(({ id, placeId, providerId }) => [
      placeId,
      { id, providerId, providerName: named.get(providerId ?? "")?.name ?? null },
    ]),
  );
  const runners = new Map<string, RunnerAt[]>();
  for (const one of await listRunnersAt(db, [...byId.keys()]))
    runners.set(one.placeId, [...(runners.get(one.placeId) ?? []), one]);
  return {
    placeOfCode,
    storedProvider: (organisation) => ofNumber(organisation) ?? ofName(organisation),
    withoutForm: await findProvidersWithoutForm(db),
    runnersAt: (placeId) => runners.get(placeId) ?? [],
    storedService: (placeId) => serviceOf.get(placeId),
    newerLocation: (placeId) => newer.get(placeId),
  };
}
