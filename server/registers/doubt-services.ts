import type { ServiceToDoubt } from "@/db/queries/register-places";
import { starterId } from "@/db/seed/starter/starter-id";
import { dateInWords } from "@/domain/dates/in-words";
import { PLACE_REGISTERS, type PlaceRegister, type RegisterPlace } from "@/domain/places/register-place";
import type { RecordDraft } from "@/server/records/save-records";
import type { PlaceTable } from "./place-table";
import type { RegisterSource } from "./register-sources";

/** The key under which a place of a register is stored. */
export const placeSourceKey = ({ register, key }: Pick<RegisterPlace, "register" | "key">) =>
  `register/${register}/${key}`;

/**
 * Services at a place whose entry in a register has ended, or that a register listed once and does not list any more:
 * "may have ended", for people to look at. Never an end: a code is a practice, not a building.
 */
export function doubtsOf(
  services: readonly ServiceToDoubt[],
  { places, ended }: PlaceTable,
  sources: Record<PlaceRegister, RegisterSource>,
): RecordDraft[] {
  const listed = new Set(places.flatMap((place) => place.identifiers.map(keyOf)));
  const keys = new Set(places.map(placeSourceKey));
  const endedOn = new Map(ended);
  return services.flatMap(({ id, sourceKey, identifiers }) => {
    if (identifiers.some((identifier) => listed.has(keyOf(identifier)))) return [];
    const entry = identifiers.find(({ scheme, code }) => scheme === "ods-organisation" && endedOn.has(code));
    if (entry) {
      const says = `Lists ${entry.code} as closed on ${dateInWords(endedOn.get(entry.code) ?? "", "en")}. An ended entry does not say that care there ended.`;
      return [doubt(id, "register-entry-ended", sources["gp-practices"], says)];
    }
    const register = PLACE_REGISTERS.find((name) => sourceKey?.startsWith(`register/${name}/`));
    if (!register || keys.has(sourceKey ?? "")) return [];
    return [doubt(id, "no-longer-listed", sources[register], "Does not list the place any more.")];
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
