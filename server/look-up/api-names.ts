import type { PublicName } from "@/db/queries/public-names";
import { mayBePostcode } from "@/domain/look-up/may-be-postcode";
import { isNhsCode } from "@/domain/look-up/read-typed";
import { howFormer } from "@/domain/providers/former-names";
import type { ApiName } from "@/domain/search/api-name";
import { MAX_QUERY, searchWords } from "@/domain/search/normalise";
import { type FoundName, type NamedArea, SEARCH_LIMIT, SUGGESTION_LIMIT } from "@/domain/search/results";
import { MOST_OFFERED } from "@/domain/search/settlement";
import words from "@/messages/en/api.json";
import type { ReferenceAreas } from "@/server/reference/reference-areas";
import { findNames } from "@/server/search/find-names";
import type { NameSearch } from "@/server/search/record-index";
import { type ApiAnswer, apiData, apiProblem } from "./api-answer";

const DATASETS = [
  "towns",
  "place-names",
  "constituencies",
  "councils",
  "health-bodies",
  "icbs-2023",
  "regions",
  "welsh-names",
];

/** `asOf`: until when they are known to be all there are; milliseconds since 1970. */
export type ApiRecords = { index: NameSearch<PublicName>; isComplete: boolean; asOf: number };

/**
 * Answers `/api/v1/names?q=…&limit=…`. What can be the beginning of a postcode is refused: postcodes have an address of
 * their own, and the look-up box never sends one here.
 */
export function namesApi(reference: ReferenceAreas, siteOrigin: string) {
  // The same in every answer, and a third of it.
  const data = JSON.stringify(apiData(reference.datasets, DATASETS, siteOrigin));
  /** @param records null when the database cannot be read: then the answer says that it is not complete */
  return (asked: URLSearchParams, records: ApiRecords | null): ApiAnswer => {
    const query = (asked.get("q") ?? "").trim();
    const limit = Number(asked.get("limit") ?? SUGGESTION_LIMIT);
    if (query.length > MAX_QUERY) return refusal("too-long");
    if (searchWords(query).length === 0) return refusal("too-short");
    if (mayBePostcode(query) && !isNhsCode(query)) return refusal("postcode");
    if (!Number.isInteger(limit) || limit < 1 || limit > SEARCH_LIMIT) return refusal("limit");
    const { names: like, exact } = findNames(query, limit, records?.index ?? null);
    const names = like.map((found) => apiName(found, siteOrigin));
    const complete = records?.isComplete ?? false;
    // Only where it matters: an answer that is complete is the same bytes for as long as it is the same.
    const recordsAsOf = complete || !records ? undefined : new Date(records.asOf).toISOString();
    const found = JSON.stringify({ query, complete, recordsAsOf, exact, names });
    return { status: 200, body: `${found.slice(0, -1)},"data":${data}}` };
  };
}

function refusal(reason: keyof typeof words.notAName & string): ApiAnswer {
  const detail = words.notAName[reason];
  return apiProblem(400, { title: words.notAName.title, detail }, { reason });
}

function apiName(found: FoundName, siteOrigin: string): ApiName {
  const { name, nameCy, path } = found;
  const common = {
    name: { en: name, cy: nameCy },
    page: { en: `${siteOrigin}${path}`, cy: `${siteOrigin}/cy${path}` },
  };
  if (found.kind === "settlement") {
    const { kind, outcode, council, constituencies } = found;
    return {
      kind,
      ...common,
      outcode,
      council: council && apiNamedArea(council),
      constituencyCount: constituencies.length,
      constituencies: constituencies.length > MOST_OFFERED ? [] : constituencies.map(apiNamedArea),
    };
  }
  if (found.kind === "district") return { kind: found.kind, ...common };
  if (found.kind === "care") return { kind: found.kind, ...common, category: found.category };
  if (found.kind === "county")
    return { kind: found.kind, ...common, councils: found.councils.map(apiNamedArea) };
  if ("town" in found) {
    const named = (how: ReturnType<typeof howFormer>) =>
      found.formerly.flatMap((former) => (howFormer(former) === how ? former.name : []));
    const [formerly, tookOverFrom] = [named("formerly"), named("tookOverFrom")];
    const { kind, town, companyNumber } = found;
    return { kind, ...common, town, formerly, tookOverFrom, alsoCalled: named("alsoCalled"), companyNumber };
  }
  return { kind: found.kind, ...common, code: found.code, validTo: found.validTo };
}

function apiNamedArea({ code, name, nameCy }: NamedArea) {
  return { code, name: { en: name, cy: nameCy } };
}
