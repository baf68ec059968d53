import type { Db } from "@/db/client";
import type { PublicName } from "@/db/queries/public-names";
import type { Manner } from "@/domain/search/name-index";
import { allPublicNames } from "./public-names";
import type { NameSearch } from "./record-index";

/** By its words, and by a slip of one. */
const BOTH = ["strict", "loose"] as const;

/**
 * Public records of one kind that a text may mean, likeliest first, each once: by its words, else by a slip of one. Of a provider its
 * former names count, of a place its town and its codes.
 * @param manners in which ways it is looked for, one after the other until something is found
 * @param names the index to look in; by default that of the newest publication
 * @throws DatabaseUnavailableError
 */
export async function findRecordsLike(
  {
    kind,
    query,
    limit,
    manners = BOTH,
  }: { kind: PublicName["kind"]; query: string; limit: number; manners?: readonly Manner[] },
  db?: Db,
  names?: NameSearch<PublicName>,
): Promise<PublicName[]> {
  const index = names ?? (await allPublicNames(db)).index;
  const isOfKind = (name: PublicName) => name.kind === kind;
  for (const manner of manners) {
    const found = index.search(query, limit, manner, isOfKind).sort((a, b) => b.score - a.score);
    const bySlug = new Map(found.map(({ item }) => [item.slug, item]));
    if (bySlug.size > 0) return [...bySlug.values()].slice(0, limit);
  }
  return [];
}
