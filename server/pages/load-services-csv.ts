import { type Db, getDb } from "@/db/client";
import { findHiddenNames } from "@/db/queries/hidden-names";
import { listRunnerSources } from "@/db/queries/runner-sources";
import { hideTitles } from "@/domain/claims/hide-quotes";
import { toCsv } from "@/domain/csv-out";
import type { ServiceRow } from "@/domain/figures/service-row";
import { type CsvWords, servicesCsv } from "@/domain/pages/services-csv";
import type { Definition } from "@/domain/providers/legal-form";
import { loadAreaPage } from "@/server/pages/load-area-page";
import { loadProviderPage } from "@/server/pages/load-provider-page";

/** Whose list: an area's, or an organisation's with its group. */
export type ListOf = { kind: string; slug: string } | { provider: string };

/**
 * Exactly the services that a page lists, as CSV with the source of who runs each, its date and when it was last confirmed.
 * @returns undefined where there is no such page.
 */
export async function loadServicesCsv(
  of: ListOf,
  definition: Definition,
  { words, origin }: { words: CsvWords; origin: string },
  db: Db = getDb(),
): Promise<string | undefined> {
  const page =
    "provider" in of
      ? await loadProviderPage(of.provider, definition, db)
      : await loadAreaPage(of.kind, of.slug, definition, db);
  if (!page) return undefined;
  const services: readonly ServiceRow[] = page.services;
  const shown = services.flatMap(({ id, slug }) => (slug === null ? [] : [id]));
  const [found, hidden] = await Promise.all([listRunnerSources(db, shown), findHiddenNames(db, [])]);
  const plain = hideTitles([...found.values()], hidden);
  const sources = new Map(
    [...found.keys()].flatMap((id, index) => (plain[index] ? [[id, plain[index]]] : [])),
  );
  // Spreadsheets take a file for UTF-8 by its first three bytes alone.
  return `\uFEFF${toCsv(servicesCsv(services, sources, words, { origin, definition }))}`;
}
