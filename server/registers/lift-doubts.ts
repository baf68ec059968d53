import type { Db } from "@/db/client";
import { findClaimsByRecord } from "@/db/queries/claims";
import { findSourceIdsOf } from "@/db/queries/imports-registers";
import { listDoubtedServices, type ServiceToDoubt } from "@/db/queries/register-places";
import type { PlaceTable } from "@/db/reference/place-table";
import { starterId } from "@/db/seed/starter/starter-id";
import { DOUBT_FIELD } from "@/domain/claims/doubt";
import { inForce } from "@/domain/claims/in-force";
import { PLACE_REGISTERS, type PlaceRegister } from "@/domain/places/register-place";
import type { RecordDraft } from "@/server/records/save-records";
import { placeSourceKey } from "./doubt-services";
import { sourcesOfRegister } from "./edition-in-force";
import { keyOf } from "./ended-places";
import type { RegisterSource } from "./register-sources";

/** A service that a register doubts: which one, why, and as of which day (ISO). */
export type DoubtedService = ServiceToDoubt & { register: PlaceRegister; reason: string; since: string };

/**
 * The services that may have ended because a register of places said so. What somebody reported, or what a list or the
 * waiting times do not name any more, is not for a register to clear up.
 */
export async function findDoubtedByRegisters(db: Db): Promise<DoubtedService[]> {
  const services = await listDoubtedServices(db);
  if (services.length === 0) return [];
  const registers = new Map<string, PlaceRegister>();
  for (const register of PLACE_REGISTERS)
    for (const id of await findSourceIdsOf(db, sourcesOfRegister(register))) registers.set(id, register);
  const held = await findClaimsByRecord(
    db,
    "service",
    services.map(({ id }) => id),
  );
  return services.flatMap((service) => {
    const claim = inForce(held.get(service.id) ?? [], "service", DOUBT_FIELD);
    const register = claim && registers.get(claim.sourceId);
    if (!register || claim.value === null) return [];
    return [{ ...service, register, reason: String(claim.value), since: claim.confirmedOn }];
  });
}

/**
 * What lifts the doubts that a register raised and whose place it lists again. Another register that lists the place says
 * nothing of the entry that ended, or the two would raise and lift the same doubt in turns.
 * @param sources the editions of the registers that may lift a doubt.
 * @param goesOn places of ours that are listed under a code that they do not have yet.
 */
export function liftsOf(
  services: readonly DoubtedService[],
  { places }: Pick<PlaceTable, "places">,
  sources: Partial<Record<PlaceRegister, RegisterSource>>,
  goesOn: ReadonlySet<string> = new Set(),
): RecordDraft[] {
  const listed = new Set(
    places.flatMap((place) => [
      `${place.register} ${placeSourceKey(place)}`,
      ...place.identifiers.map((identifier) => `${place.register} ${keyOf(identifier)}`),
    ]),
  );
  return services.flatMap(({ id, placeId, sourceKey, identifiers, register, since }) => {
    const source = sources[register];
    // A doubt of a later day would stay in force.
    if (!source || source.confirmedOn < since) return [];
    const isListed =
      goesOn.has(placeId) ||
      listed.has(`${register} ${sourceKey}`) ||
      identifiers.some((identifier) => listed.has(`${register} ${keyOf(identifier)}`));
    return isListed ? [lift(id, source)] : [];
  });
}

function lift(serviceId: string, { row, confirmedOn }: RegisterSource): RecordDraft {
  const id = starterId(`service/${serviceId}#${DOUBT_FIELD}#lifted#${row.sourceKey}`);
  const says = "Lists the place as open again.";
  return {
    recordType: "service",
    recordId: serviceId,
    claims: [{ id, field: DOUBT_FIELD, value: null, sourceId: row.id, says, confirmedOn }],
  };
}
