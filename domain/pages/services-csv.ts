import type { ServiceRow } from "@/domain/figures/service-row";
import { isApproximate } from "@/domain/places/place";

/** Behind who runs a service: the source, and what it is known by. Null parts would name what is hidden at present. */
export type RunnerSource = {
  publisher: string;
  title: string | null;
  url: string | null;
  /** Partial date. */
  publishedOn: string | null;
};

/** Words of the reader's language for what a row holds as a key. */
export type CsvWords = {
  category: (row: ServiceRow) => string;
  runBy: (row: ServiceRow) => string;
  kind: (row: ServiceRow) => string;
  status: (row: ServiceRow) => string;
};

const COLUMNS = [
  ...["service", "kind of care", "run by", "type of organisation", "status", "disputed", "running since"],
  ...["place", "town", "postcode", "latitude", "longitude", "where"],
  ...["says who", "source", "source address", "source date", "last confirmed", "page"],
];

/**
 * The list of a page as rows of text, headings first: one row a service, in the page's order. Of a service that is shown by
 * area only there is its kind of care, who runs it and when that was confirmed, and nothing that tells where it is.
 * @param origin of the site, before the path of each service's page.
 */
export function servicesCsv(
  services: readonly ServiceRow[],
  sources: ReadonlyMap<string, RunnerSource>,
  words: CsvWords,
  origin: string,
): string[][] {
  return [COLUMNS, ...services.map((row) => cells(row, sources.get(row.id), words, origin))];
}

function cells(row: ServiceRow, source: RunnerSource | undefined, words: CsvWords, origin: string): string[] {
  const { name, slug, place, position, startedOn, lastConfirmedOn } = row;
  const isShown = slug !== null;
  const said = isShown ? source : undefined;
  return [
    ...[isShown ? name : null, words.category(row), words.runBy(row), words.kind(row), words.status(row)],
    ...[row.visibility === "disputed" ? "yes" : null, startedOn],
    ...[place?.name, place?.town, place?.postcode],
    ...[position?.lat, position?.lon].map((degrees) => degrees?.toFixed(5)),
    whereOf(row),
    ...[said?.publisher, said?.title, said?.url, said?.publishedOn, lastConfirmedOn],
    isShown ? `${origin}/services/${slug}` : null,
  ].map((value) => value ?? "");
}

/** How well the place of a row is known, in words. */
function whereOf({ slug, position }: ServiceRow): string {
  if (slug === null) return "not shown";
  if (position === null) return "no single place, or not known";
  return isApproximate(position.precision) ? "exact address not known" : "exact";
}
