/**
 * The one way in which names are compared: without capitals, marks and the shapes of letters, with "and" for "&". Nothing that
 * anybody would call another name. Whoever needs less to tell names apart (accents, "Saint", what an organisation is
 * in law) takes it away from this; PostgreSQL says the same in `db/queries/plain-name.ts`.
 */
export function plainName(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’‘`]/g, "")
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The very same name but for capitals and spaces: nothing that a lawyer could call another. In SQL: `sameName`. */
export function writtenName(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}
