import { type CampaignList, openLines } from "@/ingest/campaign-list";
import { FileRefusal, LIMITS } from "@/ingest/spreadsheet-refusal";

/** A site of a map file: where it is, in degrees WGS84, and what the file says of it. */
export type MapSite = { lat: number | null; lon: number | null; said: Readonly<Record<string, unknown>> };

/**
 * The sites of a map file as a list: a row each, and a column for whatever any of them says. Number 2 is the first site, as a
 * row of a table is.
 * @throws FileRefusal for none, or for more than a list may have
 */
export async function openSites(sites: readonly MapSite[]): Promise<CampaignList> {
  if (sites.length > LIMITS.rows) throw new FileRefusal("too-many-rows", null, String(LIMITS.rows));
  const names = [...new Set(sites.flatMap(({ said }) => Object.keys(said)))];
  const isGiven = sites.some(({ lat }) => lat !== null);
  const header = [...(isGiven ? ["latitude", "longitude"] : []), ...names];
  const rows = sites.map(({ lat, lon, said }) => [
    ...(isGiven ? [degrees(lat), degrees(lon)] : []),
    ...names.map((name) => textOf(said[name])),
  ]);
  const lines = () => [header, ...rows].map((cells, at) => ({ number: at + 1, cells, isAfterEmpty: false }));
  const layout = { sheets: [], sheet: null, heading: 1, hiddenRows: 0, hiddenColumns: 0, withHidden: false };
  return { ...(await openLines(lines, new Set(), layout)), layout: null };
}

const degrees = (value: number | null) => (value === null ? "" : String(value));

/** What is no text, number or yes and no is nothing that a cell can hold. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
