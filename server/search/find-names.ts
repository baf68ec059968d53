import type { PublicName } from "@/db/queries/public-names";
import { FORMER_NAMES } from "@/domain/providers/former-names";
import { entryPath } from "@/domain/records/entry-path";
import type { Manner, Scored } from "@/domain/search/name-index";
import { type FoundName, STATIC_SHARE } from "@/domain/search/results";
import { MOST_OFFERED } from "@/domain/search/settlement";
import { findCare } from "./find-care";
import type { NameSearch } from "./record-index";
import { describeStatic, staticNames } from "./static-names";

/** `exact`: each word typed is in these names, or begins a word there. Else they are only a little like it, or none. */
export type FoundNames = { names: FoundName[]; exact: boolean };

/**
 * What is called something like the query, what people most likely mean first. Pure reading from memory: `records` is
 * the index of the public records, null when it cannot be had.
 */
export function findNames(query: string, limit: number, records: NameSearch<PublicName> | null): FoundNames {
  const find = (manner: Manner) => {
    const found: Scored<FoundName>[] = [
      ...shown(staticNames().index.search(query, limit * STATIC_SHARE, manner), describeStatic),
      ...shown(records?.search(query, limit, manner) ?? [], describePublic),
    ];
    return found.sort((a, b) => b.score - a.score);
  };
  const called = find("strict");
  const asked = findCare(query);
  const exact = called.length > 0 || asked !== null;
  // What was typed right is no slip.
  const found = (exact ? called : find("loose")).map(({ item }) => item);
  const names = asked === null ? found : withCare(found, asked);
  return { names: onePathOnce(names).slice(0, limit), exact };
}

/** A kind of care comes first, but behind the town that is called the same. */
function withCare(found: readonly FoundName[], { care, isTown }: { care: FoundName; isTown: boolean }) {
  return isTown ? [...found.slice(0, 1), care, ...found.slice(1)] : [care, ...found];
}

function shown<From>(list: readonly Scored<From>[], describeOne: (item: From) => FoundName) {
  return list.map((scored) => ({ ...scored, item: describeOne(scored.item) }));
}

function describePublic({ kind, slug, name, nameCy, town }: PublicName): FoundName {
  const formerly = kind === "provider" ? (FORMER_NAMES[slug] ?? []) : [];
  return { kind, name, nameCy, town, formerly, path: entryPath(kind, slug) };
}

/**
 * Each path once, where the first that leads to it stands. Carlisle, the town, leads to Carlisle, the constituency: then
 * the constituency is shown; of Barrow-in-Furness and Barrow and Furness the one that people more likely mean. The region
 * called London says more than a town with a hundred constituencies.
 */
function onePathOnce(names: readonly FoundName[]): FoundName[] {
  const byPath = new Map<string, FoundName>();
  for (const found of names) {
    const first = byPath.get(found.path);
    if (first === undefined || isItsOwnConstituency(first, found)) byPath.set(found.path, found);
  }
  const regions = new Set(names.filter(({ kind }) => kind === "region").map(({ name }) => name));
  return [...byPath.values()].filter(
    (found) =>
      found.kind !== "settlement" || found.constituencies.length <= MOST_OFFERED || !regions.has(found.name),
  );
}

function isItsOwnConstituency(town: FoundName, found: FoundName): boolean {
  return town.kind === "settlement" && found.kind === "constituency" && found.name === town.name;
}
