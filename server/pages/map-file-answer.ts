import { DETAIL_ROWS, type PinDetails } from "@/domain/map/map-files";
import { hasWords } from "@/domain/map/map-filter";
import type { MapRow } from "@/domain/map/map-row";
import type { MapData } from "@/server/pages/map-data";

/**
 * Thirty seconds, and then it is asked for again: what was withdrawn may be in no cache for longer. A file that is still
 * in force costs its reader a 304 then: its validator and its compressed bodies are the front server's (response-cache.ts).
 */
const CACHING = "public, max-age=30, s-maxage=30, must-revalidate";
const HASH = /^[A-Za-z0-9_-]{22}$/;

/** Who runs it, in the reader's words, where no name may be said. */
type RunBy = (row: MapRow) => string;

/**
 * One of the map's files under its address: 410 once it is not in force any more, whatever the reason. It may hold what
 * was withdrawn, and nobody can tell an old address from an invented one.
 * @param asked `part` is "pins", "facts", "details-3", or with `q` "text" (which rows have these words) or "row" (of a service's slug, -1 for none)
 */
export function mapFileAnswer(
  data: MapData,
  asked: { hash: string; part: string; q: string },
  runBy: RunBy,
): Response {
  if (!HASH.test(asked.hash)) return problem(404, "There is no such file.");
  if (asked.hash !== data.hash) return problem(410, "This file is not in force any more.");
  const found = fileOf(data, asked.part, asked.q, runBy);
  if (!found) return problem(404, "There is no such file.");
  return new Response(found.body, { headers: { "content-type": found.type, "cache-control": CACHING } });
}

function fileOf(data: MapData, part: string, q: string, runBy: RunBy) {
  const binary = "application/octet-stream";
  if (part === "pins") return { body: new Uint8Array(data.pins), type: binary };
  if (part === "facts") return { body: new Uint8Array(data.facts), type: binary };
  const json = (value: unknown) => ({
    body: JSON.stringify(value),
    type: "application/json; charset=utf-8",
  });
  if (part === "text") return json(data.texts.flatMap((text, row) => (hasWords(text, q) ? [row] : [])));
  if (part === "row") return json(data.rows.findIndex(({ slug }) => slug === q));
  const page = /^details-(\d{1,6})$/.exec(part)?.[1];
  if (page === undefined) return null;
  const rows = data.rows.slice(Number(page) * DETAIL_ROWS, (Number(page) + 1) * DETAIL_ROWS);
  return rows.length === 0 ? null : json(rows.map((row) => detailsOf(row, runBy)));
}

/** What a card says. Nothing that the service's own page would not say. */
export function detailsOf(row: MapRow, runBy: RunBy): PinDetails {
  const { slug, name, category, status, startedOn, publisher, lastConfirmedOn, approximate, place } = row;
  const { mayHaveEnded, disputed } = row;
  const said = { slug, name, category, status, startedOn, publisher, lastConfirmedOn, approximate };
  return {
    ...said,
    mayHaveEnded,
    disputed,
    runBy: row.provider?.name ?? runBy(row),
    place: place.name,
    town: place.town,
  };
}

function problem(status: number, error: string): Response {
  return Response.json({ error }, { status, headers: { "cache-control": "no-store" } });
}
