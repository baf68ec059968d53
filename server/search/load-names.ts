import type { Db } from "@/db/client";
import { searchWords } from "@/domain/search/normalise";
import { SEARCH_LIMIT } from "@/domain/search/results";
import { type FoundNames, findNames } from "./find-names";
import { allPublicNames } from "./public-names";

/** What the search page lists. Null when the query is too short to look for. @throws DatabaseUnavailableError */
export async function loadNames(query: string, db?: Db): Promise<FoundNames | null> {
  if (searchWords(query).length === 0) return null;
  const { index } = await allPublicNames(db);
  return findNames(query, SEARCH_LIMIT, index);
}
