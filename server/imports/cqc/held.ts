import type { Db } from "@/db/client";
import {
  findMergedProviders,
  findProvidersByRegulatorNumber,
  listRegistrationClaims,
} from "@/db/queries/held-registrations";
import { findSourceIdsOf } from "@/db/queries/imports-registers";
import { readOrganisations } from "@/db/reference/registered-organisations";
import { type Claim, registrationDoubtSchema, registrationSchema } from "@/domain/claims/claim";
import { claimsInForce } from "@/domain/claims/in-force";
import type { HeldRegistration } from "@/domain/registrations/compare-edition";
import type { RegistrationDoubt } from "@/domain/registrations/doubts";
import { tenuresOf } from "@/domain/registrations/tenures";
import { OF_REGISTRATIONS } from "@/server/registers/registrations/registration-edition";
import { evidenceSources } from "@/server/registers/registrations/registration-sources";

/** What is held of one practice. */
export type HeldPractice = {
  registrations: HeldRegistration[];
  latest: HeldRegistration | null;
  /** Why the latest is in doubt, as it counts now: a person may have lifted what a register doubted. */
  doubts: readonly RegistrationDoubt[];
  /** What a register last said of that, of whatever location; null where none said anything. */
  lastSaid: readonly RegistrationDoubt[] | null;
};

/** What is held of all practices, and which record each of the regulator's numbers of organisations stands for. */
export type HeldRegister = {
  byPlace: ReadonlyMap<string, HeldPractice>;
  /** By the regulator's number of a location: the dated identifier that a registration keeps. */
  placeOfLocation: ReadonlyMap<string, string>;
  providerOfNumber: ReadonlyMap<string, string>;
};

export async function findHeldRegister(db: Db): Promise<HeldRegister> {
  const claims = await listRegistrationClaims(db);
  const merged = await findMergedProviders(db);
  // A reported takeover is cited for the doubt that the register's load raises.
  const reported = [...evidenceSources(readOrganisations()).values()].map(({ row }) => row.id);
  const registers = new Set([...(await findSourceIdsOf(db, OF_REGISTRATIONS)), ...reported]);
  const byPlace = new Map<string, HeldPractice>();
  const placeOfLocation = new Map<string, string>();
  for (const [placeId, said] of claims) {
    const held = heldPractice(said, merged, registers);
    byPlace.set(placeId, held);
    for (const { locationId } of held.registrations) placeOfLocation.set(locationId, placeId);
  }
  return { byPlace, placeOfLocation, providerOfNumber: await findProvidersByRegulatorNumber(db) };
}

function heldPractice(
  claims: readonly Claim[],
  merged: ReadonlyMap<string, string>,
  registers: ReadonlySet<string>,
): HeldPractice {
  const inForce = claimsInForce(claims);
  const registrations = inForce.flatMap(({ field, value, confirmedOn }) => {
    if (field !== "registration") return [];
    const { key, form, registeredOn, endedOn = null, providerId } = registrationSchema.parse(value);
    const provider = providerId === undefined ? null : (merged.get(providerId) ?? providerId);
    return [{ locationId: key, form, registeredOn, endedOn, provider, confirmedOn }];
  });
  const latest = tenuresOf(registrations).at(-1)?.registration ?? null;
  const doubtOf = ({ value }: Claim) => registrationDoubtSchema.parse(value);
  const doubted = inForce.find(
    (claim) => claim.field === "registration-doubt" && doubtOf(claim).key === latest?.locationId,
  );
  const last = claims.findLast(
    ({ field, sourceId }) => field === "registration-doubt" && registers.has(sourceId),
  );
  return {
    registrations,
    latest,
    doubts: doubted ? doubtOf(doubted).doubts : [],
    lastSaid: last ? doubtOf(last).doubts : null,
  };
}
