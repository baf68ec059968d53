import type { Db } from "@/db/client";
import { listClinicsByTown } from "@/db/queries/clinics-by-town";
import { clinicPages } from "@/db/reference/clinic-pages";
import { type AnyActor, hasRole } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import type { ClinicLead } from "@/domain/places/lead";

/**
 * Clinics of which we know the town and no more, each with the page that may state its address where a pattern gives one.
 * @throws NotAllowedError for visitors: a list of places to look at is no publication.
 */
export async function loadClinicLeads(db: Db, actor: AnyActor): Promise<ClinicLead[]> {
  if (!hasRole(actor, "campaigner")) throw new NotAllowedError("sign-in");
  const pages = clinicPages();
  const leads = new Map<string, ClinicLead>();
  for (const { id: _, code, ...clinic } of await listClinicsByTown(db)) {
    const page = pages.get(code ?? "") ?? null;
    const held = leads.get(clinic.slug);
    leads.set(clinic.slug, { ...clinic, page: held?.page ?? page });
  }
  return [...leads.values()];
}

/** Of these places the page that may state the address, by the place's id. */
export async function pagesOfClinics(db: Db, placeIds: readonly string[]): Promise<Map<string, string>> {
  if (placeIds.length === 0) return new Map();
  const pages = clinicPages();
  const found = new Map<string, string>();
  for (const { id, code } of await listClinicsByTown(db, placeIds)) {
    const page = pages.get(code ?? "");
    if (page && !found.has(id)) found.set(id, page);
  }
  return found;
}
