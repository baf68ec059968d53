import type { PublicName } from "@/db/queries/public-names";
import { namesakesIn } from "@/domain/imports/namesakes";
import { FORMER_NAMES } from "@/domain/providers/former-names";
import { entryPath } from "@/domain/records/entry-path";
import type { Manner, Scored } from "@/domain/search/name-index";
import { normaliseName, tellingWords } from "@/domain/search/normalise";
import { type FoundName, STATIC_SHARE } from "@/domain/search/results";
import { MOST_OFFERED } from "@/domain/search/settlement";
import { findCare } from "./find-care";
import { findWhere } from "./find-where";
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
  const called = organisationFirst(find("strict"), query);
  const asked = findCare(query);
  const exact = called.length > 0 || asked !== null;
  const names = asked === null ? called.map(({ item }) => item) : withCare(called, asked);
  // What was typed right is no slip; and where it says where, the place is better than what is spelt a little like all of it.
  const where = exact ? [] : findWhere(query);
  const like = exact || where.length > 0 ? where : find("loose").map(({ item }) => item);
  return { names: toldApart(onePathOnce(exact ? names : like).slice(0, limit)), exact };
}

/** An organisation whose name begins with all that was typed stands before the places and services of that name: Circle Health Group. */
function organisationFirst(found: readonly Scored<FoundName>[], query: string): readonly Scored<FoundName>[] {
  const typed = tellingName(query);
  const isRecord = ({ item }: Scored<FoundName>) => item.kind === "place" || item.kind === "service";
  const first = found.findIndex((one) => isRecord(one) && !one.whole);
  const at = found.findIndex(({ item }) => item.kind === "provider" && beginsWith(item, typed));
  const one = found[at];
  return one && first !== -1 && first < at
    ? [...found.slice(0, first), one, ...found.slice(first, at), ...found.slice(at + 1)]
    : found;
}

function beginsWith(found: Extract<FoundName, { town: string | null }>, typed: string): boolean {
  const names = [found.name, ...found.formerly.map(({ name }) => name)];
  return names.some((name) => `${tellingName(name)} `.startsWith(`${typed} `));
}

const tellingName = (text: string) => tellingWords(normaliseName(text).split(" ")).join(" ");

/** A kind of care comes first, but behind the town that is called the same, and behind what is called all that was typed. */
function withCare(
  found: readonly Scored<FoundName>[],
  { care, isTown }: { care: FoundName; isTown: boolean },
): FoundName[] {
  const names = found.map(({ item }) => item);
  const [first] = found;
  const isFirst = isTown || (first?.whole && "town" in first.item);
  return isFirst ? [...names.slice(0, 1), care, ...names.slice(1)] : [care, ...names];
}

function shown<From>(list: readonly Scored<From>[], describeOne: (item: From) => FoundName) {
  return list.map((scored) => ({ ...scored, item: describeOne(scored.item) }));
}

function describePublic({ kind, slug, name, nameCy, town, codes }: PublicName): FoundName {
  const formerly = kind === "provider" ? (FORMER_NAMES[slug] ?? []) : [];
  const companyNumber = kind === "provider" ? (codes[0] ?? null) : null;
  return { kind, name, nameCy, town, formerly, companyNumber, path: entryPath(kind, slug) };
}

/** Numbers of companies stay where two organisations of one name are in the answer. */
function toldApart(names: readonly FoundName[]): FoundName[] {
  const namesakes = new Set<FoundName>(namesakesIn(names.filter(({ kind }) => kind === "provider")));
  return names.map((found) =>
    "companyNumber" in found && !namesakes.has(found) ? { ...found, companyNumber: null } : found,
  );
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
