import { getDb } from "@/db/client";
import { searchAreas, searchPlaces, searchProviders, searchServices } from "@/db/queries/search";
import { searchWords } from "@/domain/search/normalise";
import type { SearchResults } from "@/domain/search/results";

/** What is called something like the query. Null when the query is too short to look for. */
export async function loadSearch(query: string): Promise<SearchResults | null> {
  const words = searchWords(query);
  if (words.length === 0) return null;
  const db = getDb();
  const [places, services, providers, areas] = await Promise.all([
    searchPlaces(db, words),
    searchServices(db, words),
    searchProviders(db, words),
    searchAreas(db, words),
  ]);
  return { places, services, providers, areas };
}
