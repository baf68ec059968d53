import type { RegisteredOrganisations } from "@/db/reference/registered-organisations";
import type { RegistrationTable } from "@/db/reference/registration-table";
import { isAnotherRunner, type NamedRunner } from "@/domain/registrations/another-runner";
import { registrationDoubts, soundsLocal } from "@/domain/registrations/doubts";
import {
  inARun,
  numberOfOrganisation,
  type RegisteredOrganisation,
  type Registration,
  withNumbersByName,
} from "@/domain/registrations/registration";
import { tenuresOf } from "@/domain/registrations/tenures";
import type { RecordDraft } from "@/server/records/save-records";
import { formOfOrganisation, organisationDraft, organisationIdOf } from "./organisation-drafts";
import { doubtClaim, registrationClaim } from "./place-drafts";
import { companiesSource, evidenceSources, registerOfRegistrations } from "./registration-sources";
import { type RegisteredService, registeredServiceDraft } from "./service-drafts";

/** A practice of ours that registrations may be of. */
export type RegisteredPlace = {
  id: string;
  name: string;
  addressKey: string;
  /** Whether a register lists it today: one that it does not list any more gets no new pin. */
  isListed: boolean;
  /** Its own code, for what is made of it. */
  code: string;
};

/** What is here already. */
export type StoredForRegistrations = {
  placeOfCode: ReadonlyMap<string, RegisteredPlace>;
  storedProvider: (organisation: RegisteredOrganisation) => string | undefined;
  withoutForm: ReadonlySet<string>;
  /** Of a place, its service of general practice. */
  storedService: (placeId: string) => RegisteredService["stored"];
  /** Who runs general practice at a place, by whatever source. */
  runnersAt: (placeId: string) => readonly NamedRunner[];
  /** The location of the latest registration, of a place where a newer edition than this has one. */
  newerLocation: (placeId: string) => string | undefined;
};

/**
 * What the register says of the practices we have: who was registered at each, the organisations among them, what is doubtful, and a service
 * where the latest is an organisation whose majority belongs to others than the NHS, its GPs or its member practices.
 * @param load tells this load's doubts from those of others.
 */
export function draftsOfRegistrations(
  { edition, registrations: copied, companies }: RegistrationTable,
  reviewed: RegisteredOrganisations,
  {
    placeOfCode,
    storedProvider,
    withoutForm,
    storedService,
    runnersAt,
    newerLocation,
  }: StoredForRegistrations,
  load: string,
): RecordDraft[] {
  const register = registerOfRegistrations(edition);
  const context = {
    register,
    reviewed,
    storedProvider,
    withoutForm,
    companies: new Map(companies.map((company) => [company.number, company])),
    companiesSource: companiesSource(),
    evidence: evidenceSources(reviewed),
  };
  const byPlace = new Map<RegisteredPlace, Registration[]>();
  for (const one of withNumbersByName(copied)) {
    const place = placeOfCode.get(one.code);
    if (place) byPlace.set(place, [...(byPlace.get(place) ?? []), one]);
  }
  const organisations = new Map<string, RegisteredOrganisation>();
  const places: RecordDraft[] = [];
  const services: RecordDraft[] = [];
  for (const [place, ofPlace] of byPlace) {
    for (const one of ofPlace) {
      const key = one.form === "organisation" ? numberOfOrganisation(one.organisation) : "";
      if (one.form === "organisation" && !organisations.has(key)) organisations.set(key, one.organisation);
    }
    const tenure = tenuresOf(ofPlace.map(inARun)).at(-1);
    if (!tenure) continue;
    const latest = tenure.registration;
    const organisation = latest.form === "organisation" ? latest.organisation : null;
    // Of one company under two of the regulator's numbers, the number that is in use.
    if (organisation !== null) organisations.set(numberOfOrganisation(organisation), organisation);
    const review = reviewed.organisations[organisation?.providerId ?? ""];
    const stored = storedService(place.id);
    const takeover = reviewed.takeovers[place.code];
    const otherForm = reviewed.otherForms[place.code];
    const report = takeover ?? otherForm;
    const reportedIn = report && context.evidence.get(report.source);
    const doubts = registrationDoubts({
      name: place.name,
      registrations: ofPlace,
      edition,
      company: context.companies.get(organisation?.companyNumber ?? "") ?? null,
      isOfLocalPractices:
        review?.isOfLocalPractices ??
        (review?.ownerClass === "member-practices" || soundsLocal(organisation?.name ?? "")),
      isTakeoverReported: takeover !== undefined,
      isAnotherRunnerNamed: runnersAt(place.id).some((runner) =>
        isAnotherRunner(runner, {
          form: latest.form,
          providerId: organisation && organisationIdOf(organisation, context),
          name: organisation?.name ?? "",
        }),
      ),
      isOtherFormReported: otherForm !== undefined,
    });
    const claims = ofPlace.map((one) =>
      registrationClaim(
        one,
        one.form === "organisation" ? organisationIdOf(one.organisation, context) : null,
        register,
      ),
    );
    places.push({
      recordType: "place",
      recordId: place.id,
      claims: [
        ...claims,
        doubtClaim(
          latest.locationId,
          doubts,
          register,
          load,
          report && reportedIn ? { source: reportedIn, says: report.says } : null,
        ),
      ],
    });
    if (organisation === null || doubts.length > 0 || review?.ownerClass !== "others") continue;
    if (!place.isListed && !stored) continue;
    // A newer edition has somebody else: what this one says is history, and no pin.
    const newer = newerLocation(place.id);
    if (newer !== undefined && newer !== latest.locationId) continue;
    // Of an unknown form nobody could say that it may not be part of the NHS: its practices say who is registered, and are no pins.
    if (formOfOrganisation(organisation, context) === undefined) continue;
    const providerId = organisationIdOf(organisation, context);
    const { code, ...at } = place;
    const service = registeredServiceDraft(
      { place: at, code, organisation, providerId, since: tenure.since, stored },
      register,
    );
    if (service) services.push(service);
  }
  return [
    ...[...organisations.values()].map((one) => organisationDraft(one, context)),
    ...places,
    ...services,
  ];
}
