import { starterId } from "@/db/seed/starter/starter-id";
import { dateInWords } from "@/domain/dates/in-words";
import { isSameRunner } from "@/domain/registrations/another-runner";
import { holderInWords, type SaidRegistration } from "@/domain/registrations/said";
import type { CqcContext } from "@/server/imports/cqc/cqc-context";
import { type SaidOf, withProvider } from "@/server/imports/cqc/judge-practice";
import { isOfOthersOutside } from "@/server/imports/cqc/practice-drafts";
import type { ClaimDraft, RecordDraft } from "@/server/records/save-records";
import { organisationDraft } from "@/server/registers/registrations/organisation-drafts";
import { doubtClaim, registrationClaim } from "@/server/registers/registrations/place-drafts";
import { registeredServiceDraft } from "@/server/registers/registrations/service-drafts";

/** What is proposed of one practice. */
export type ProposedPractice = {
  placeId: string;
  heldLocationId: string;
  said: readonly SaidRegistration[];
};

/**
 * What a moderator takes over from a register: its registrations, of which the newest is the answer from now on; the service of whoever
 * ran the practice before ends on its day, and one of its own begins where the organisation counts as outside the NHS.
 */
export function acceptedDrafts({ placeId, said }: ProposedPractice, context: CqcContext): RecordDraft[] {
  const all = said.map((one) => withProvider(one, context));
  const newest = all.at(-1);
  const place = context.placeById.get(placeId);
  if (!newest || !place) return [];
  const claims: ClaimDraft[] = all.map((one) => registrationClaim(one, one.provider, context.register));
  return [
    ...all.flatMap((one) =>
      one.form === "organisation" ? [organisationDraft(one.organisation, context)] : [],
    ),
    { recordType: "place", recordId: placeId, claims },
    ...tenureDrafts(newest, place, context),
  ];
}

/** A moderator looked and left things as they are: sources do not differ for readers any more. */
export function dismissedDrafts(
  { placeId, heldLocationId }: ProposedPractice,
  context: CqcContext,
  proposalId: string,
): RecordDraft[] {
  const doubts = (context.held.byPlace.get(placeId)?.doubts ?? []).filter((one) => one !== "sources-differ");
  const lifted = doubtClaim(heldLocationId, doubts, context.register, `dismissed/${proposalId}`);
  const says = "A moderator looked at what this copy has of another provider, and left the answer as it was.";
  return [{ recordType: "place", recordId: placeId, claims: [{ ...lifted, says }] }];
}

function tenureDrafts(
  newest: SaidOf,
  place: NonNullable<ReturnType<CqcContext["placeById"]["get"]>>,
  context: CqcContext,
): RecordDraft[] {
  const { code, ...at } = place;
  const stored = context.storedService(place.id);
  const isOver =
    stored !== undefined &&
    !(newest.provider !== null && isSameRunner(stored, newest.provider, holderInWords(newest)));
  const next =
    isOfOthersOutside(newest, context) && (place.isListed || stored)
      ? registeredServiceDraft(
          {
            place: at,
            code,
            organisation: newest.organisation,
            providerId: newest.provider,
            since: newest.registeredOn,
            stored: isOver ? undefined : stored,
          },
          context.register,
        )
      : null;
  // One code can have had several such services, one after the other.
  const key = `service/cqc/${code}/${newest.registeredOn}`;
  const begun = next?.create
    ? { ...next, recordId: starterId(key), create: { ...next.create, sourceKey: key } }
    : next;
  return [...(begun ? [begun] : []), ...(isOver ? [endOf(stored.id, newest, begun, context)] : [])];
}

function endOf(
  serviceId: string,
  newest: SaidOf,
  next: RecordDraft | null,
  { register }: CqcContext,
): RecordDraft {
  const says = `Lists ${holderInWords(newest)} as registered here since ${dateInWords(newest.registeredOn, "en")}.`;
  const claim = (field: ClaimDraft["field"], value: unknown): ClaimDraft => ({
    field,
    value,
    says,
    sourceId: register.row.id,
    confirmedOn: register.confirmedOn,
  });
  return {
    recordType: "service",
    recordId: serviceId,
    claims: [
      claim("status", "ended"),
      claim("ended-on", newest.registeredOn),
      ...(next ? [claim("successor", { serviceId: next.recordId })] : []),
    ],
  };
}
