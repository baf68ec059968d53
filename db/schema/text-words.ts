import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

const APOSTROPHES = sql.raw("'''’‘`'");

/**
 * The words of some texts for searching in them, as `normaliseName` (domain/search/normalise.ts) writes them. An index has the very same
 * expression: nothing of what was written is kept twice, and all of it goes with the text. Null is no text.
 */
export function textWords(...texts: readonly AnyPgColumn[]): SQL {
  const text = sql.join(
    texts.map((column) => sql`coalesce(${column}, '')`),
    sql.raw(" || ' ' || "),
  );
  const spelt = sql`replace(translate(lower(normalize(${text}, NFKC)), ${APOSTROPHES}, ''), '&', ' and ')`;
  const bare = sql`regexp_replace(normalize(${spelt}, NFD), ${sql.raw("'[\\u0300-\\u036f]'")}, '', 'g')`;
  const words = sql`regexp_replace(${bare}, '[^a-z0-9]+', ' ', 'g')`;
  return sql`to_tsvector('simple'::regconfig, regexp_replace(${words}, ${sql.raw("'\\msaint\\M'")}, 'st', 'g'))`;
}

/** That all of these begin words of a text. @param words each as `normaliseName` writes it */
export function allBegin(words: readonly string[]): SQL {
  return sql`${words.map((word) => `'${word}':*`).join(" & ")}::tsquery`;
}
