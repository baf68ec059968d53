import type { Db } from "@/db/client";
import { listPractices } from "@/db/queries/registered-practices";
import { firstDayOf } from "@/domain/dates/partial-date";
import type { SaidRegistration } from "@/domain/registrations/said";
import type { CqcFile, CqcLocation } from "@/ingest/cqc/location";
import type { CqcItem, CqcPractice } from "@/server/imports/cqc/cqc-item";
import { findHeldRegister } from "@/server/imports/cqc/held";
import { sameRegulatorNumber } from "@/server/imports/cqc/same-number";

/**
 * What an edition says of the practices that we have: matched by ODS code, else by a number of the location that is held. Of everything
 * else in it nothing is read.
 */
export async function itemsOfEdition(db: Db, file: CqcFile, published: string): Promise<CqcItem[]> {
  const held = await findHeldRegister(db);
  const placeOfCode = new Map<string, string>();
  for (const { id, code } of await listPractices(db)) if (!placeOfCode.has(code)) placeOfCode.set(code, id);
  const speaksOf = speaksOfDay(file, published);
  const practices = new Map<string, CqcPractice>();
  const practiceAt = (placeId: string) => {
    const known = practices.get(placeId);
    if (known) return known;
    const made: CqcPractice = { placeId, kind: file.kind, speaksOf, said: [], listed: [], isGone: false };
    practices.set(placeId, made);
    return made;
  };
  for (const location of file.locations) {
    const placeId =
      placeOfCode.get(location.code ?? "") ?? held.placeOfLocation.get(location.locationId) ?? null;
    if (placeId === null) continue;
    const said = saidOf(location);
    if (said) practiceAt(placeId).said.push(said);
    else if (location.holder === null) {
      const { locationId, providerId } = location;
      const one = held.byPlace.get(placeId)?.registrations.find((known) => known.locationId === locationId);
      if (one)
        practiceAt(placeId).listed.push({
          locationId,
          isSame: sameRegulatorNumber(one.provider, providerId, held.providerOfNumber),
        });
    }
  }
  if (file.isComplete && practices.size > 0) {
    const named = new Set(file.locations.map(({ locationId }) => locationId));
    for (const [placeId, { latest }] of held.byPlace)
      if (latest && !named.has(latest.locationId)) practiceAt(placeId).isGone = true;
  }
  return [...practices.values(), ...file.unread.map((unread) => ({ unread }))];
}

/** The day that the file gives, else the first that its date can mean. */
export function speaksOfDay({ asOf }: Pick<CqcFile, "asOf">, published: string): string {
  return asOf ?? firstDayOf(published);
}

/** Null where the file does not say who is registered, since when, or at which practice: nothing could be dated. */
function saidOf({ locationId, code, registeredOn, endedOn, holder }: CqcLocation): SaidRegistration | null {
  if (holder === null || code === null || registeredOn === null) return null;
  return { locationId, code, registeredOn, endedOn, ...holder };
}
