import { randomUUID } from "node:crypto";
import type { Db } from "@/db/client";
import { findClaimsByRecord } from "@/db/queries/claims";
import { listUncountedPractices, type UncountedPractice } from "@/db/queries/registered-to";
import { registrationSchema } from "@/domain/claims/claim";
import { claimsInForce } from "@/domain/claims/in-force";
import type { RecordDraft } from "@/server/records/save-records";
import { registeredServiceDraft } from "@/server/registers/registrations/service-drafts";

/**
 * The services that begin where an organisation of a known type turns out to belong to others than the NHS, its GPs or its member practices: one at each
 * practice that is registered to it beyond doubt and has none yet, run by it since its first day there, by the register that says so.
 */
export async function beginRegistered(
  db: Db,
  provider: { id: string; name: string; form: string | null },
): Promise<RecordDraft[]> {
  const practices = await findBeginning(db, provider);
  const claims = await findClaimsByRecord(
    db,
    "place",
    practices.map(({ id }) => id),
  );
  return practices.flatMap((practice) => {
    const said = claimsInForce(claims.get(practice.id) ?? []).find(
      ({ field, value }) =>
        field === "registration" && registrationSchema.parse(value).key === practice.locationId,
    );
    if (!said) return [];
    const { since, locationId, ...place } = practice;
    const { id: providerId, name } = provider;
    const organisation = { providerId: "", name, companyNumber: null, charityNumber: null };
    const draft = registeredServiceDraft(
      { place, code: "", organisation, providerId, since, stored: undefined },
      { row: { id: said.sourceId }, confirmedOn: said.confirmedOn },
    );
    if (!draft?.create) return [];
    const { slug, visibility } = draft.create;
    // One of its own: that of the register comes with the register, and one that was taken back can be said again.
    const own = { recordId: randomUUID(), create: { slug, visibility } };
    return [Object.assign(draft, own, { claims: draft.claims.map(({ id: _, ...claim }) => claim) })];
  });
}

/** Where they would begin; nowhere for an organisation of which nobody knows what it is in law: it may be a part of the NHS. */
export async function findBeginning(
  db: Db,
  { id, form }: { id: string; form: string | null },
): Promise<UncountedPractice[]> {
  return form === null ? [] : listUncountedPractices(db, id);
}
