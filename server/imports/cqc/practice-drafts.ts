import { starterId } from "@/db/seed/starter/starter-id";
import type { HeldRegistration } from "@/domain/registrations/compare-edition";
import type { CqcContext } from "@/server/imports/cqc/cqc-context";
import type { JudgedPractice, SaidOf } from "@/server/imports/cqc/judge-practice";
import type { ClaimDraft, RecordDraft } from "@/server/records/save-records";
import { formOfOrganisation, organisationDraft } from "@/server/registers/registrations/organisation-drafts";
import { doubtClaim, registrationClaim } from "@/server/registers/registrations/place-drafts";
import type { RegistrationSource } from "@/server/registers/registrations/registration-sources";
import { registeredServiceDraft } from "@/server/registers/registrations/service-drafts";

/** What an edition adds at one practice: its registrations, what is in doubt, the organisations that are new here, and its service. */
export function practiceDrafts(judged: JudgedPractice, context: CqcContext): RecordDraft[] {
  const { place, compared, said, held, doubts } = judged;
  const { register } = context;
  const claims: ClaimDraft[] = compared.adds.map((one) => registrationClaim(one, one.provider, register));
  for (const locationId of compared.confirms) {
    const one = said.find((other) => other.locationId === locationId);
    const known = held.registrations.find((other) => other.locationId === locationId);
    if (one) claims.push(registrationClaim(one, one.provider, register));
    else if (known) claims.push(stillListed(known, register));
  }
  if (compared.latest !== null && String(doubts.before) !== String(doubts.after))
    claims.push(doubtClaim(compared.latest, doubts.after, register, register.row.id));
  if (claims.length === 0) return [];
  const service = serviceDraft(judged, context);
  return [
    ...compared.adds.flatMap((one) =>
      one.form === "organisation" ? [organisationDraft(one.organisation, context)] : [],
    ),
    { recordType: "place", recordId: place.id, claims },
    ...(service ? [service] : []),
  ];
}

/** The same registration, on a later day, by a list that does not say in what form. */
function stillListed(
  { locationId: key, form, registeredOn, endedOn, provider }: HeldRegistration,
  { row, confirmedOn }: RegistrationSource,
): ClaimDraft {
  const ended = endedOn === null ? {} : { endedOn };
  const value = { key, form, registeredOn, ...ended, ...(provider === null ? {} : { providerId: provider }) };
  return {
    field: "registration",
    value,
    sourceId: row.id,
    confirmedOn,
    validFrom: registeredOn,
    says: `Lists the location ${key} as registered.`,
  };
}

/**
 * The service of a practice whose latest registration is an organisation's and no doubt: one of the register's own where the organisation
 * counts as outside the NHS; one that is here already, and run by the very organisation, is confirmed on the edition's day.
 */
function serviceDraft(
  { place, compared, said, held, doubts, since }: JudgedPractice,
  context: CqcContext,
): RecordDraft | null {
  if (doubts.after.length > 0 || compared.proposes.length > 0) return null;
  const stored = context.storedService(place.id);
  const newest = said.find(({ locationId }) => locationId === compared.latest);
  if (newest && isOfOthersOutside(newest, context) && (place.isListed || stored)) {
    const { code, ...at } = place;
    const { organisation, provider: providerId } = newest;
    return registeredServiceDraft(
      { place: at, code, organisation, providerId, since, stored },
      context.register,
    );
  }
  const providerId = newest ? newest.provider : (held.latest?.provider ?? null);
  if (!stored || providerId === null || stored.providerId !== providerId) return null;
  return confirmedService(stored.id, providerId, place.name, context);
}

type OfOrganisation = Extract<SaidOf, { form: "organisation" }> & { provider: string };

/** An organisation of a known form whose majority belongs to others than the NHS, its GPs or its member practices. */
export function isOfOthersOutside(one: SaidOf, context: CqcContext): one is OfOrganisation {
  if (one.form !== "organisation" || one.provider === null) return false;
  const held = context.ownedAs(one.provider);
  const ownerClass =
    held?.ownerClass ?? context.reviewed.organisations[one.organisation.providerId]?.ownerClass;
  const form = formOfOrganisation(one.organisation, context) ?? held?.legalForm ?? undefined;
  return ownerClass === "others" && form !== undefined;
}

function confirmedService(
  recordId: string,
  providerId: string,
  place: string,
  { register, nameOf }: CqcContext,
): RecordDraft {
  const claim = (field: ClaimDraft["field"], value: unknown): ClaimDraft => ({
    id: starterId(`${recordId}#${field}#${JSON.stringify(value)}#${register.row.sourceKey}`),
    field,
    value,
    sourceId: register.row.id,
    confirmedOn: register.confirmedOn,
    says: `Lists ${nameOf(providerId)} as registered to provide care at ${place}.`,
  });
  return {
    recordType: "service",
    recordId,
    claims: [claim("provider", { providerId }), claim("status", "operating")],
  };
}
