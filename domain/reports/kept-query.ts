/** What the address of a page of a report says of what is written there, and where it began. */
const KEPT = [
  ...["draft", "kept", "choose", "back", "place", "provider", "service", "area", "link", "tip"],
  ...["question", "field", "complaint"],
];

/**
 * The part of an address that a way to the same page has to take along, so that nothing written is lost: with its "?", "" where there is
 * nothing to take, and on pages that are no report.
 * @param path without a language.
 */
export function keptQuery(path: string, search: { get: (name: string) => string | null }): string {
  if (!/^\/reports\/(new|change)(\/|$)/.test(path)) return "";
  const said = KEPT.flatMap((name) => {
    const value = search.get(name);
    return value ? [[name, value]] : [];
  });
  return said.length > 0 ? `?${new URLSearchParams(said)}` : "";
}
