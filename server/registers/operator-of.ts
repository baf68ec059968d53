import type { PlaceOperatorValue } from "@/domain/places/place-operator";
import type { RegisterPlace } from "@/domain/places/register-place";

/**
 * Whose a place is by its parents in a register, and never by its column "Sector", which is wrong of most NHS hospitals. Null
 * where it names none, or where the NHS's and others' entries stand for one place: then who runs it is for people to find out.
 */
export function operatorOf({ parents }: Pick<RegisterPlace, "parents">): PlaceOperatorValue | null {
  const [first] = parents;
  if (!first || parents.some(({ sector }) => sector !== first.sector)) return null;
  return {
    isNhs: first.sector === "nhs",
    organisations: parents.map(({ code, name }) => ({ code, name })),
  };
}
