import type { AreaPart, PartAreas } from "@/domain/look-up/part-areas";
import type { AreaShare, PostcodeAnswer } from "@/domain/postcodes/answer";
import { findPostcode } from "@/server/reference/find-postcode";
import { referenceAreas } from "@/server/reference/reference-areas";

const DIGITS = [..."0123456789"];

/**
 * The areas that a district lies in, then those of each of its sectors that some postcode has, with the shares that the
 * API gives; none for what is no district. Of W1, which several districts begin with, those together, and no sectors.
 * @param outcode such as CA2
 */
export function loadPartial(outcode: string): PartAreas[] {
  const district = part(outcode, null);
  if (district === null) return [];
  const sectors = DIGITS.map((digit) => part(`${outcode} ${digit}`, digit));
  return [district, ...sectors.filter((sector) => sector !== null)];
}

function part(text: string, digit: string | null): PartAreas | null {
  const answer = findPostcode(text);
  // CA99 can also be read as a sector of CA9: that would be an answer to something else.
  const scope = digit === null ? "outcode" : "sector";
  if (answer.status !== "partial" || answer.scope !== scope || answer.text !== text) return null;
  const { units, districts = [] } = answer;
  return { text, digit, districts, units, unplaced: unplacedOf(answer), ...listsOf(answer) };
}

type Part = Extract<PostcodeAnswer, { status: "partial" }>;

function unplacedOf({ units, constituencies }: Part): number {
  return units - constituencies.reduce((sum, { units: placed }) => sum + placed, 0);
}

function listsOf({ constituencies, councils, healthBodies }: Part) {
  return {
    constituencies: constituencies.map(named),
    councils: councils.map(named),
    healthBodies: healthBodies.map(named),
  };
}

function named({ code, share }: AreaShare): AreaPart {
  const area = referenceAreas().ofPostcodes.get(code);
  if (!area) throw new Error(`The postcode table has the area ${code}, and the list of areas has not.`);
  const { kind, slug, nameEn, nameCy } = area;
  return { kind, slug, nameEn, nameCy, share };
}
