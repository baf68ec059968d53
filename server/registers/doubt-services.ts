import type { ServiceToDoubt } from "@/db/queries/register-places";
import type { PlaceTable } from "@/db/reference/place-table";
import { starterId } from "@/db/seed/starter/starter-id";
import { dateInWords } from "@/domain/dates/in-words";
import { PLACE_REGISTERS, type PlaceRegister, type RegisterPlace } from "@/domain/places/register-place";
import type { RecordDraft } from "@/server/records/save-records";
import type { RegisterSource } from "./register-sources";

/** The key under which a place of a register is stored. */
export const placeSourceKey = ({ register, key }: Pick<RegisterPlace, "register" | "key">) =>
  `register/${register}/${key}`;

/**
 * Services at a place whose entry in a register has ended, or that a register listed once and does not list any more:
 * "may have ended", for people to look at. Never an end: a code is a practice, not a building.
 * @param sources the editions of the registers that may raise a doubt.
 */
export function doubtsOf(
  services: readonly ServiceToDoubt[],
  { places, ended }: PlaceTable,
  sources: Partial<Record<PlaceRegister, RegisterSource>>,
): RecordDraft[] {
  const listed = new Set(places.flatMap((place) => place.identifiers.map(keyOf)));
  const keys = new Set(places.map(placeSourceKey));
  // No service runs at a trust's head office; a hospital that bears the trust's code goes on under the next trust.
  const ofPlaces = ended.filter((entry) => entry.register !== "nhs-trusts");
  const endedBy = new Map(ofPlaces.map((entry) => [entry.code, entry]));
  return services.flatMap(({ id, sourceKey, identifiers }) => {
    if (identifiers.some((identifier) => listed.has(keyOf(identifier)))) return [];
    const entry = identifiers.flatMap(({ scheme, code }) =>
      scheme === "ods-organisation" ? (endedBy.get(code) ?? []) : [],
    )[0];
    const by = entry && sources[entry.register];
    if (entry && by && entry.day !== null) {
      const says = `Lists ${entry.code} as closed on ${dateInWords(entry.day, "en")}. An ended entry does not say that care there ended.`;
      return [doubt(id, "register-entry-ended", by, says)];
    }
    if (entry && by) {
      const says = `Lists ${entry.code}, but not as open and active. That does not say that care there ended.`;
      return [doubt(id, "no-longer-listed", by, says)];
    }
    const register = PLACE_REGISTERS.find((name) => sourceKey?.startsWith(`register/${name}/`));
    const source = register && sources[register];
    if (!source || keys.has(sourceKey ?? "")) return [];
    return [doubt(id, "no-longer-listed", source, "Does not list the place any more.")];
  });
}

function keyOf({ scheme, code }: { scheme: string; code: string }): string {
  return `${scheme} ${code}`;
}

function doubt(
  serviceId: string,
  value: string,
  { row, confirmedOn }: RegisterSource,
  says: string,
): RecordDraft {
  const id = starterId(`service/${serviceId}#may-have-ended#${value}#${row.sourceKey}`);
  return {
    recordType: "service",
    recordId: serviceId,
    claims: [{ id, field: "may-have-ended", value, sourceId: row.id, says, confirmedOn }],
  };
}
