import { isAnotherRunner } from "@/domain/registrations/another-runner";
import { compareEdition, type EditionCompared } from "@/domain/registrations/compare-edition";
import {
  EDITION_DOUBTS,
  REGISTRATION_DOUBTS,
  type RegistrationDoubt,
  registrationDoubts,
  soundsLocal,
} from "@/domain/registrations/doubts";
import type { Registration } from "@/domain/registrations/registration";
import type { SaidRegistration } from "@/domain/registrations/said";
import { tenuresOf } from "@/domain/registrations/tenures";
import type { CqcContext } from "@/server/imports/cqc/cqc-context";
import type { CqcPractice } from "@/server/imports/cqc/cqc-item";
import type { HeldPractice } from "@/server/imports/cqc/held";
import { organisationIdOf } from "@/server/registers/registrations/organisation-drafts";
import type { RegisteredPlace } from "@/server/registers/registrations/registration-drafts";

/** A registration of an edition, with the record of its organisation. */
export type SaidOf = SaidRegistration & { provider: string | null };

/** What an edition comes to at one practice. */
export type JudgedPractice = {
  place: RegisteredPlace;
  held: HeldPractice;
  said: readonly SaidOf[];
  compared: EditionCompared<SaidOf>;
  /** Why what is the latest now is in doubt, before and after. */
  doubts: { before: readonly RegistrationDoubt[]; after: readonly RegistrationDoubt[] };
  /** First day of the latest run, ISO. */
  since: string;
};

const NONE: HeldPractice = { registrations: [], latest: null, doubts: [], lastSaid: null };

/** Holds what an edition says of a practice against what is held of it. Null where we do not have the practice any more. */
export function judgePractice(item: CqcPractice, context: CqcContext): JudgedPractice | null {
  const place = context.placeById.get(item.placeId);
  if (!place) return null;
  const held = context.held.byPlace.get(item.placeId) ?? NONE;
  const said = context.isOvertaken ? [] : item.said.map((one) => withProvider(one, context));
  const dismissed = context.dismissed.get(item.placeId) ?? [];
  const compared = compareEdition({
    held: held.registrations,
    said,
    listed: context.isOvertaken ? [] : item.listed,
    isGone: item.isGone && !context.isOvertaken,
    speaksOf: item.speaksOf,
    isDismissed: (one) => dismissed.some((other) => isSameStatement(one, other)),
  });
  const merged = [
    ...held.registrations.filter(
      ({ locationId }) => !compared.adds.some((one) => one.locationId === locationId),
    ),
    ...compared.adds,
  ];
  const before = compared.latest === held.latest?.locationId ? held.doubts : [];
  const base = baseDoubts({ place, held, said, compared, merged }, item.speaksOf, context);
  const isDoubtedFor = (one: RegistrationDoubt) =>
    one === "another-runner"
      ? isAnotherNamed({ place, held, said, compared, merged }, context)
      : base.includes(one) || compared.raises.some((raised) => raised === one);
  const after = REGISTRATION_DOUBTS.filter(isDoubtedFor);
  return {
    place,
    held,
    said,
    compared,
    doubts: { before, after },
    since: tenuresOf(merged).at(-1)?.since ?? "",
  };
}

export function withProvider(one: SaidRegistration, context: CqcContext): SaidOf {
  const provider = one.form === "organisation" ? organisationIdOf(one.organisation, context) : null;
  return { ...one, provider };
}

/** By location, form and organisation: its day may be put right without it being news. */
function isSameStatement(a: SaidRegistration, b: SaidRegistration): boolean {
  const whose = (one: SaidRegistration) => (one.form === "organisation" ? one.organisation.providerId : "");
  return a.locationId === b.locationId && a.form === b.form && whose(a) === whose(b);
}

type ToDoubt = Pick<JudgedPractice, "place" | "held" | "said" | "compared"> & {
  merged: readonly (SaidOf | HeldPractice["registrations"][number])[];
};

/** Whether another source names somebody else as running it: asked anew of every edition that says something of the practice. */
function isAnotherNamed({ place, held, said, compared, merged }: ToDoubt, context: CqcContext): boolean {
  const isTouched = compared.adds.length + compared.confirms.length + compared.proposes.length > 0;
  if (!isTouched) return held.doubts.includes("another-runner");
  const latest = merged.find(isAt(compared.latest ?? ""));
  if (!latest) return false;
  const { form, provider } = latest;
  const named = said.find(isAt(latest.locationId));
  const name = named?.form === "organisation" ? named.organisation.name : context.nameOf(provider ?? "");
  return context
    .runnersAt(place.id)
    .some((runner) => isAnotherRunner(runner, { form, providerId: provider, name }));
}

/**
 * Doubts but for those that only an edition raises. Worked out anew where this edition names the latest; what a person lifted stays lifted
 * as long as the register says no more than it said before.
 */
function baseDoubts(
  { place, held, said, compared, merged }: ToDoubt,
  speaksOf: string,
  context: CqcContext,
): readonly RegistrationDoubt[] {
  const asHeld = held.doubts.filter((one) => !EDITION_DOUBTS.includes(one));
  const newest = said.find(({ locationId }) => locationId === compared.latest);
  const isTouched = compared.adds.length > 0 || compared.confirms.length > 0;
  if (!newest) return isTouched ? asHeld : held.doubts;
  if (compared.proposes.length > 0) return asHeld;
  if (!isTouched) return held.doubts;
  const organisation = newest.form === "organisation" ? newest.organisation : null;
  const review = context.reviewed.organisations[organisation?.providerId ?? ""];
  // Of an older document than the edition the edition says more.
  const isReported = (report: { source: string } | undefined) =>
    report !== undefined && (context.evidence.get(report.source)?.confirmedOn ?? "") > speaksOf;
  const computed = registrationDoubts({
    name: place.name,
    registrations: merged.map((one) => asRegistration(said.find(isAt(one.locationId)) ?? one)),
    edition: speaksOf,
    company: context.companies.get(organisation?.companyNumber ?? "") ?? null,
    isOfLocalPractices:
      review?.isOfLocalPractices ??
      (review?.ownerClass === "member-practices" || soundsLocal(organisation?.name ?? "")),
    isTakeoverReported: isReported(context.reviewed.takeovers[place.code]),
    isAnotherRunnerNamed: false,
    isOtherFormReported: isReported(context.reviewed.otherForms[place.code]),
  });
  const lastSaid = (held.lastSaid ?? []).filter(
    (one) => !EDITION_DOUBTS.includes(one) && one !== "another-runner",
  );
  return held.latest !== null && String(lastSaid) === String(computed) ? asHeld : computed;
}

const isAt = (locationId: string) => (one: { locationId: string }) => one.locationId === locationId;

/** Told apart by our own records: what is held has no number of the company. */
function asRegistration(one: SaidOf | HeldPractice["registrations"][number]): Registration {
  const { locationId, registeredOn, form, provider } = one;
  const known = { locationId, registeredOn, code: "" };
  if (form !== "organisation") return { ...known, form };
  const isSaid = "organisation" in one;
  return {
    ...known,
    form,
    locationName: isSaid ? one.locationName : "",
    organisation: {
      providerId: provider ?? "",
      name: isSaid ? one.organisation.name : "",
      companyNumber: null,
      charityNumber: null,
    },
  };
}
