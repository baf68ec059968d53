/** What a reader types and what a record is called differ in case, accents, apostrophes and "St" for "Saint". */
export function normaliseName(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/['’‘`]/g, "")
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/\bsaint\b/g, "st")
    .trim();
}

/** Longer than any name; what is beyond it is cut off. */
export const MAX_QUERY = 100;
/** One letter finds everything and nothing. */
export const MIN_QUERY = 2;

/** The words to look for: at most eight, each of which has to occur in a name. Empty when there is too little to go by. */
export function searchWords(query: string): string[] {
  const name = normaliseName(query.slice(0, MAX_QUERY));
  return name.length < MIN_QUERY ? [] : name.split(" ").slice(0, 8);
}
