import { type CampaignList, openLines } from "@/ingest/campaign-list";
import type { Line } from "@/ingest/spreadsheet-lines";
import { FileRefusal, LIMITS } from "@/ingest/spreadsheet-refusal";

/** A site of a map file: where it is, in degrees WGS84, and what the file says of it. */
export type MapSite = { lat: number | null; lon: number | null; said: Readonly<Record<string, unknown>> };

/** What could not be read as a site among others: its row is refused, and says so. */
export const NO_SITE: MapSite = { lat: null, lon: null, said: {} };

/**
 * The sites of a map file as a list: a row each, and a column for whatever any of them says. Number 2 is the first site, as a
 * row of a table is.
 * @throws FileRefusal for none, or for more than a list may have
 */
export async function openSites(sites: readonly MapSite[]): Promise<CampaignList> {
  if (sites.length > LIMITS.rows) throw new FileRefusal("too-many-rows", null, String(LIMITS.rows));
  const isGiven = sites.some(({ lat }) => lat !== null);
  const header = headingsIn(sites, isGiven ? ["latitude", "longitude"] : []);
  const names = isGiven ? header.slice(2) : header;
  const cellsOf = ({ lat, lon, said }: MapSite) => [
    ...(isGiven ? [degrees(lat), degrees(lon)] : []),
    ...names.map((name) => textOf(Object.hasOwn(said, name) ? said[name] : "")),
  ];
  // A row is made when it is asked for: what is read is never more than the file and one row.
  function* lines(): Generator<Line> {
    yield { number: 1, cells: [...header], isAfterEmpty: false };
    for (const [at, site] of sites.entries())
      yield { number: at + 2, cells: cellsOf(site), isAfterEmpty: false };
  }
  const layout = { sheets: [], sheet: null, heading: 1, hiddenRows: 0, hiddenColumns: 0, withHidden: false };
  return { ...(await openLines(lines, new Set(), layout)), layout: null };
}

/**
 * A column for whatever any site says. Counted while they are collected: a few hundred kilobytes can say something else in each of
 * thousands of sites.
 * @throws FileRefusal
 */
function headingsIn(sites: readonly MapSite[], first: readonly string[]): string[] {
  const names = new Set<string>();
  for (const { said } of sites)
    for (const name of Object.keys(said)) {
      names.add(name);
      if (first.length + names.size > LIMITS.columns)
        throw new FileRefusal("too-many-columns", null, String(LIMITS.columns));
    }
  return [...first, ...names];
}

const degrees = (value: number | null) => (value === null ? "" : String(value));

/** What is no text, number or yes and no is nothing that a cell can hold. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
