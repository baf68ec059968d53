import { firstDayOf } from "@/domain/dates/partial-date";
import { isInNumber } from "@/domain/figures/count";
import type { ServiceRow } from "@/domain/figures/service-row";
import { isApproximate } from "@/domain/places/place";
import type { Definition } from "@/domain/providers/legal-form";

/** Behind who runs a service: the source, and what it is known by. Null parts would name what is hidden at present. */
export type RunnerSource = {
  publisher: string;
  title: string | null;
  url: string | null;
  /** Partial date. */
  publishedOn: string | null;
  /** Our own conclusion from what the source says, not its words. */
  isWorkedOut: boolean;
  /** The day for which the source speaks, and on which it was last read here, ISO. */
  speaksOf: string;
  readOn: string;
};

/** Words of the reader's language for what a row holds as a key. */
export type CsvWords = {
  category: (row: ServiceRow) => string;
  runBy: (row: ServiceRow) => string;
  kind: (row: ServiceRow) => string;
  status: (row: ServiceRow) => string;
};

/** Names that programs and spreadsheets of others rely on: docs/api.md says what each holds, and a new one comes last. */
export const SERVICES_CSV_COLUMNS = [
  ...["service", "kind of care", "run by", "type of organisation", "status", "disputed", "running since"],
  ...["place", "town", "postcode", "latitude", "longitude", "how exact the position is"],
  ...["source publisher", "how we know", "source title", "source web address"],
  ...["date the source is about", "date the source was published", "date we last read the source"],
  ...["last confirmed", "page", "counted"],
] as const;

/**
 * The list of a page as rows of text, headings first: one row a service, in the page's order. Of a service that is shown by
 * area only there is its kind of care, who runs it and when that was confirmed, and nothing that tells where it is.
 * @param origin of the site, before the path of each service's page. @param definition of the page's sentence, whose number the rows make up that say "yes".
 */
export function servicesCsv(
  services: readonly ServiceRow[],
  sources: ReadonlyMap<string, RunnerSource>,
  words: CsvWords,
  { origin, definition }: { origin: string; definition: Definition },
): string[][] {
  return [
    [...SERVICES_CSV_COLUMNS],
    ...services.map((row) => {
      const counted = isInNumber(row, definition) ? "yes" : "no";
      return [...cells(row, sources.get(row.id), words, origin), counted];
    }),
  ];
}

/** An entry without a page is drawn without its place, whatever its row holds. */
const NOWHERE = { place: null, position: null };

function cells(row: ServiceRow, source: RunnerSource | undefined, words: CsvWords, origin: string): string[] {
  const { name, slug, startedOn, lastConfirmedOn } = row;
  const isShown = slug !== null;
  const { place, position } = isShown ? row : NOWHERE;
  const said = isShown ? source : undefined;
  return [
    ...[isShown ? name : null, words.category(row), words.runBy(row), words.kind(row), words.status(row)],
    ...[row.visibility === "disputed" ? "yes" : null, startedOn],
    ...[place?.name, place?.town, place?.postcode],
    ...[position?.lat, position?.lon].map((degrees) => degrees?.toFixed(5)),
    whereOf(row),
    said?.publisher,
    said && (said.isWorkedOut ? "worked out from this source" : "the source says so"),
    // A title or a link can name the organisation that is not shown.
    ...(row.isProviderHidden ? [null, null] : [said?.title, said?.url]),
    said && speaksOfInPart(said),
    said?.publishedOn,
    said?.readOn,
    // The month, as pages have it: a source of "April 2024" confirms from the first, on which nobody need have looked.
    lastConfirmedOn?.slice(0, 7),
    isShown ? `${origin}/services/${slug}` : null,
  ].map((value) => value ?? "");
}

/** No more exactly than is known: a source of "April 2024" speaks of April. */
function speaksOfInPart({ speaksOf, publishedOn }: RunnerSource): string {
  return publishedOn !== null && firstDayOf(publishedOn) === speaksOf ? publishedOn : speaksOf;
}

/** How well the place of a row is known, in words. */
function whereOf({ slug, position }: ServiceRow): string {
  if (slug === null) return "not shown";
  if (position === null) return "no single place, or not known";
  if (isApproximate(position.precision)) return "exact address not known";
  return position.precision === "postcode" ? "middle of its postcode" : "exact";
}
