import type { AreaSummary } from "@/domain/areas/area-page";

/** Enough to choose from; more means that the reader should type more. */
export const SEARCH_LIMIT = 20;

export type FoundName = { slug: string; name: string; nameCy: string | null };

/** `validTo` is the last day of an area that exists no more; null for one of today. */
export type FoundArea = AreaSummary & { validTo: string | null };

/** What is called something like the query, at most SEARCH_LIMIT of each kind. */
export type SearchResults = {
  places: FoundName[];
  services: FoundName[];
  providers: FoundName[];
  areas: FoundArea[];
};
