import { DETAIL_ROWS, type PinDetails } from "@/domain/map/map-files";
import { hasWords } from "@/domain/map/map-filter";
import type { MapRow } from "@/domain/map/map-row";
import type { MapData } from "@/server/pages/map-data";
import type { FileSet } from "@/server/pages/map-files-in-force";

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
 * @param asked `part` is "pins", "facts", "details-3", or with `q` "added" (which rows of the whole were added to its base), "text" (which rows have these words), "row" (of a service's slug, -1 for none) or "around"
 * @param around the rows that are around the area which was asked for; null where none was
 */
export function mapFileAnswer(
  data: MapData,
  asked: { hash: string; part: string; q: string },
  runBy: RunBy,
  around: readonly number[] | null = null,
): Response {
  if (!HASH.test(asked.hash)) return problem(404, "There is no such file.");
  const { hash, base, added } = data.files;
  const set = asked.hash === base.hash ? base : asked.hash === hash ? added : null;
  if (set === null) return problem(410, "This file is not in force any more.");
  const found =
    ofRows(set, asked.part, runBy) ??
    (added && asked.part === "added" && set === added
      ? { body: new Uint8Array(added.at), type: BINARY }
      : null) ??
    // Rows of the whole, not of a part of it.
    (asked.hash === hash ? ofWhole(data, asked.part, asked.q, around) : null);
  if (!found) return problem(404, "There is no such file.");
  return new Response(found.body, { headers: { "content-type": found.type, "cache-control": CACHING } });
}

const BINARY = "application/octet-stream";
const json = (value: unknown) => ({
  body: JSON.stringify(value),
  type: "application/json; charset=utf-8",
});

function ofRows(set: FileSet, part: string, runBy: RunBy) {
  if (part === "pins") return { body: new Uint8Array(set.pins), type: BINARY };
  if (part === "facts") return { body: new Uint8Array(set.facts), type: BINARY };
  const page = /^details-(\d{1,6})$/.exec(part)?.[1];
  if (page === undefined) return null;
  const rows = set.rows.slice(Number(page) * DETAIL_ROWS, (Number(page) + 1) * DETAIL_ROWS);
  return rows.length === 0 ? null : json(rows.map((row) => detailsOf(row, runBy)));
}

function ofWhole({ texts, rows }: MapData, part: string, q: string, around: readonly number[] | null) {
  if (part === "around") return around && json(around);
  if (part === "text") return json(texts().flatMap((text, row) => (hasWords(text, q) ? [row] : [])));
  return part === "row" ? json(rows.findIndex(({ slug }) => slug === q)) : null;
}

/** What a card says. Nothing that the service's own page would not say. */
export function detailsOf(row: MapRow, runBy: RunBy): PinDetails {
  const { slug, name, category, status, startedOn, publisher, lastConfirmedOn, approximate, place } = row;
  const { mayHaveEnded, disputed } = row;
  const said = { slug, name, category, status, startedOn, publisher, lastConfirmedOn, approximate };
  return {
    ...said,
    ...(row.isWorkedOut ? { isWorkedOut: true as const } : {}),
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
