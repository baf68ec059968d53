import { plainName } from "@/domain/names/plain-name";
import type { OdsOrganisation } from "@/ingest/ods-organisations";

/**
 * A plain name without what two registers write differently: the points of "G.P.", "the" and "and", "St" for "Saint". What stands
 * in brackets or after a dash stays: it can tell two places apart.
 */
export function plainRegisterName(name: string): string {
  return plainName(name.replaceAll(".", ""))
    .replace(/\b(the|and)\b/g, " ")
    .replace(/\bst\b/g, "saint")
    .replace(/ +/g, " ")
    .trim();
}

/**
 * Two entries with the same key are the same place: same postcode and same plain name.
 * @param town left out where the name ends in it: "Fryatt Hospital, Harwich"
 */
export function samePlaceKey(postcode: string, name: string, town = ""): string {
  const plain = plainRegisterName(name);
  const end = ` ${plainRegisterName(town)}`;
  const short = end !== " " && plain.endsWith(end) ? plain.slice(0, -end.length) : plain;
  return `${postcode.replace(/ /g, "")}|${short}`;
}

/**
 * Practices that go on under another code: for each active one the ended entries of the same name at the same postcode,
 * the earlier codes of the same practice. A name that two active practices have there decides nothing.
 */
export function earlierCodes(
  active: readonly OdsOrganisation[],
  ended: readonly OdsOrganisation[],
): Map<string, OdsOrganisation[]> {
  const byKey = new Map<string, OdsOrganisation[]>();
  for (const practice of active) {
    const key = samePlaceKey(practice.postcode, practice.name);
    byKey.set(key, [...(byKey.get(key) ?? []), practice]);
  }
  const earlier = new Map<string, OdsOrganisation[]>();
  for (const entry of ended) {
    const [successor, ...others] = byKey.get(samePlaceKey(entry.postcode, entry.name)) ?? [];
    if (!successor || others.length > 0) continue;
    earlier.set(successor.code, [...(earlier.get(successor.code) ?? []), entry]);
  }
  return earlier;
}
