import type { PublicName } from "@/db/queries/public-names";
import type { Manner, Scored } from "@/domain/search/name-index";
import type { FoundName } from "@/domain/search/results";
import { MOST_OFFERED } from "@/domain/search/settlement";
import type { NameSearch } from "./record-index";
import { describeStatic, staticNames } from "./static-names";

const FOLDERS = { place: "places", service: "services", provider: "providers" } as const;

/**
 * What is called something like the query, what people most likely mean first. Pure reading from memory: `records` is
 * the index of the public records, null when it cannot be had.
 */
export function findNames(query: string, limit: number, records: NameSearch<PublicName> | null): FoundName[] {
  const find = (manner: Manner) => {
    const found: Scored<FoundName>[] = [
      ...shown(staticNames().index.search(query, limit * 2, manner), describeStatic),
      ...shown(records?.search(query, limit, manner) ?? [], describePublic),
    ];
    return found.sort((a, b) => b.score - a.score);
  };
  let found = find("strict");
  // What was typed right is no slip.
  if (found.length === 0) found = find("loose");
  return withoutRepeats(found.map(({ item }) => item)).slice(0, limit);
}

function shown<From>(list: readonly Scored<From>[], describeOne: (item: From) => FoundName) {
  return list.map((scored) => ({ ...scored, item: describeOne(scored.item) }));
}

function describePublic({ kind, slug, name, nameCy, town }: PublicName): FoundName {
  return { kind, name, nameCy, town, path: `/${FOLDERS[kind]}/${slug}` };
}

/**
 * Carlisle, the town, leads to Carlisle, the constituency: one of the two is enough. So are two Newtons in one, and the
 * region called London says more than a town with a hundred constituencies.
 */
function withoutRepeats(names: readonly FoundName[]): FoundName[] {
  const areas = new Set(names.filter(isOfToday).map(({ kind, name }) => `${kind} ${name}`));
  const seen = new Set<string>();
  return names.filter((found) => {
    const id = `${found.kind} ${found.name} ${found.path}`;
    if (seen.has(id)) return false;
    seen.add(id);
    if (found.kind !== "settlement") return true;
    const { name, constituencies } = found;
    if (constituencies.length > MOST_OFFERED) return !areas.has(`region ${name}`);
    const isItsOwn = constituencies.length === 1 && constituencies[0]?.name === name;
    return !(isItsOwn && areas.has(`constituency ${name}`));
  });
}

function isOfToday(found: FoundName): boolean {
  return "validTo" in found && found.validTo === null;
}
