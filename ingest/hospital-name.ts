import type { NhsukHospital } from "./nhsuk-hospitals";
import { properName } from "./proper-case";

/**
 * A hospital's name without the organisation that the list of 2020 adds to some: "… - Portsmouth Hospitals NHS Trust",
 * "… (Virgin Care)". Who runs it is another fact, and that one has aged. A place in brackets stays: it tells namesakes apart.
 */
export function hospitalName({ name, parentName }: Pick<NhsukHospital, "name" | "parentName">): string {
  const isOrganisation = (text: string) =>
    /\bNHS\b.*\bTrust$/i.test(text) ||
    /^(NICS|HQ)$/i.test(text) ||
    parentName.toLowerCase().startsWith(text.toLowerCase()) ||
    firstTwoWords(text) === firstTwoWords(parentName);
  for (const shape of [/^(.+?) - \((.+)\)$/, /^(.+?) ?- (.+)$/, /^(.+?), (.+)$/, /^(.+?) ?\(([^()]+)\)$/]) {
    const [, before, organisation] = shape.exec(name) ?? [];
    if (before && organisation && !isOrganisation(before) && isOrganisation(organisation)) {
      return properName(before);
    }
  }
  return properName(name);
}

/** "virgin care" of two names of one company; the whole of a name of one word never equals them. */
function firstTwoWords(text: string): string {
  const words = text.toLowerCase().split(" ");
  return words.length < 2 ? text : words.slice(0, 2).join(" ");
}
