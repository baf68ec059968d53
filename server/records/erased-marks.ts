import type { Db } from "@/db/client";
import { findErasedMarks, listErasedIds, type Telling } from "@/db/queries/erasing-records";
import type { ProjectedType } from "@/db/queries/projections";
import { looseName } from "@/domain/imports/provider-name";
import { plainName } from "@/domain/names/plain-name";
import { pseudonym } from "@/server/auth/sign-in-secrets";
import type { RecordDraft } from "@/server/records/save-records";

/**
 * What an erased entry is known again by, as texts of which only a keyed hash is kept (docs/decisions/0109). Each is made here alone, so that what
 * comes is spelt as what went.
 */
export const erasedText = {
  address: (type: ProjectedType, slug: string) => `address ${type} ${slug}`,
  sourceKey: (key: string) => `key ${key}`,
  code: (code: string) => `code ${code.toUpperCase()}`,
  company: (number: string) => `company ${number}`,
  regulator: (number: string) => `regulator ${number}`,
  provider: (name: string) => `provider ${looseName(name)}`,
  place: (name: string, postcode: string) => `place ${plainName(name)} ${postcode}`,
  service: (category: string, where: string, providerId: string | null) =>
    `service ${category} ${where} ${providerId ?? ""}`,
};

export const erasedMark = (text: string) => pseudonym(`erased ${text}`);

/** All texts that tell an entry. */
export function textsOfErased(type: ProjectedType, telling: Telling): string[] {
  const { slugs, sourceKey, codes, companyNumber, regulatorNumbers, names, postcodes, twin } = telling;
  return [
    ...slugs.map((slug) => erasedText.address(type, slug)),
    ...(sourceKey === null ? [] : [erasedText.sourceKey(sourceKey)]),
    ...codes.map(erasedText.code),
    ...(companyNumber === null ? [] : [erasedText.company(companyNumber)]),
    ...regulatorNumbers.map(erasedText.regulator),
    ...(type === "provider" ? names.map(erasedText.provider) : []),
    ...(type === "place"
      ? names.flatMap((name) => postcodes.map((postcode) => erasedText.place(name, postcode)))
      : []),
    ...(twin === null
      ? []
      : wheresOf(twin).map((where) => erasedText.service(twin.category, where, twin.providerId))),
  ];
}

/** A service is told by its place, or else by each area that it serves. */
const wheresOf = ({ placeId, areaIds }: { placeId: string | null; areaIds: readonly string[] }) =>
  placeId === null ? areaIds : [placeId];

/** The same of a record that is to be made, by what is said of it. */
export function textsOfDraft({ recordType, create, claims }: RecordDraft): string[] {
  const said = (field: string) => claims.flatMap((claim) => (claim.field === field ? [claim.value] : []));
  const texts = (field: string) => said(field).filter((value) => typeof value === "string");
  const parts = (field: string, part: string) => said(field).flatMap((value) => partOf(value, part));
  const [names, postcodes] = [texts("name"), parts("address", "postcode")];
  const places = parts("place", "placeId");
  const wheres = places.length > 0 ? places : parts("serves-area", "areaId");
  const [providerId = null] = parts("provider", "providerId");
  return [
    ...(create?.sourceKey ? [erasedText.sourceKey(create.sourceKey)] : []),
    ...parts("identifier", "code").map(erasedText.code),
    ...texts("companies-house-number").map(erasedText.company),
    ...texts("regulator-number").map(erasedText.regulator),
    ...(recordType === "provider" ? names.map(erasedText.provider) : []),
    ...(recordType === "place"
      ? names.flatMap((name) => postcodes.map((postcode) => erasedText.place(name, postcode)))
      : []),
    ...texts("category").flatMap((category) =>
      wheres.map((where) => erasedText.service(category, where, providerId)),
    ),
  ];
}

function partOf(value: unknown, part: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  const found: unknown = Reflect.get(value, part);
  return typeof found === "string" && found !== "" ? [found] : [];
}

/** Of these texts, those by which an erased entry was known. */
export async function findErasedTexts(db: Db, texts: Iterable<string>): Promise<Set<string>> {
  const byMark = new Map([...new Set(texts)].map((text) => [erasedMark(text), text]));
  if (byMark.size === 0 || (await listErasedIds(db)).size === 0) return new Set();
  const marks = await findErasedMarks(db, byMark.keys());
  return new Set([...byMark].flatMap(([mark, text]) => (marks.has(mark) ? [text] : [])));
}
