/** In which orders a list can be put where it stands; the first is the one it has. */
export const LIST_ORDERS = ["kind", "town", "name", "provider", "confirmed"] as const;
export type ListOrder = (typeof LIST_ORDERS)[number];

/** What a row says, as it is read from the page: `text` is all of it. `confirmed` is a month, or "" where none is known. */
export type RowFacts = Record<"text" | "kind" | "town" | "name" | "provider" | "confirmed", string>;

/** Without marks and capitals, so that "ynys mon" finds "Ynys Môn". */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * The rows that have every word that was typed, and are of the kind that was chosen, in the order that was.
 * @param rows in the order of the list.
 */
export function pickRows<Row extends RowFacts>(
  rows: readonly Row[],
  { text, kind, order }: { text: string; kind: string; order: ListOrder },
): Row[] {
  const words = plain(text)
    .split(/\s+/)
    .filter((word) => word !== "");
  const found = rows.filter(
    (row) => (kind === "" || row.kind === kind) && words.every((word) => plain(row.text).includes(word)),
  );
  if (order === "kind") return found;
  if (order === "confirmed") return found.toSorted((a, b) => b.confirmed.localeCompare(a.confirmed));
  // What has none comes last, not first.
  return found.toSorted(
    (a, b) => Number(a[order] === "") - Number(b[order] === "") || a[order].localeCompare(b[order], "en"),
  );
}
