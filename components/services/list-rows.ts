import type { RowFacts } from "@/domain/pages/pick-rows";

/** A row of the page that has every row, with what it says and the heading it stands under. */
export type ReadRow = RowFacts & { element: Element; heading: Element | null };

/** Milliseconds after which a reader is told that the rows do not come. */
const DEADLINE = 15_000;

/** The rows of another page of ours, which is the list in full. @throws Error where it does not come or has no list. */
export async function fetchRows(path: string): Promise<ReadRow[]> {
  const signal = "timeout" in AbortSignal ? AbortSignal.timeout(DEADLINE) : null;
  const answer = await fetch(path, { headers: { accept: "text/html" }, signal });
  if (!answer.ok) throw new Error(`The list answered ${answer.status}.`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const rows = [...page.querySelectorAll("#services tr[data-kind]")].map(readRow);
  if (rows.length === 0) throw new Error("The page has no list.");
  return rows;
}

function readRow(element: Element): ReadRow {
  const said = (selector: string) => element.querySelector(selector)?.textContent?.trim() ?? "";
  return {
    element,
    heading: element.parentElement?.querySelector("tr[data-heading]") ?? null,
    text: element.textContent ?? "",
    kind: element.getAttribute("data-kind") ?? "",
    town: element.getAttribute("data-town") ?? "",
    name: said("th a"),
    provider: said("[data-provider]"),
    confirmed: element.querySelector("time")?.getAttribute("datetime") ?? "",
  };
}

/** Shows rows in place of a list: under their headings as long as they are in its order, else one after the other. */
export function drawRows(into: HTMLElement, rows: readonly ReadRow[], isInOrder: boolean): void {
  const [first] = rows;
  const table = first?.element.closest("table")?.cloneNode(true);
  if (!(table instanceof HTMLElement)) {
    into.replaceChildren();
    return;
  }
  for (const body of table.querySelectorAll("tbody")) body.remove();
  const headings = new Set(isInOrder ? rows.map(({ heading }) => heading) : [null]);
  for (const heading of headings) {
    const held = isInOrder ? rows.filter((row) => row.heading === heading) : rows;
    const body = document.createElement("tbody");
    if (heading) body.append(heading.cloneNode(true));
    for (const count of body.querySelectorAll("[data-count]")) count.textContent = `(${held.length})`;
    body.append(...held.map(({ element }) => element.cloneNode(true)));
    table.append(body);
  }
  into.replaceChildren(table);
  // Where the map is drawn, its buttons are shown on these rows too: the list's one listener hears them.
  const shown = into.parentElement?.querySelector("[data-map-service]:not([hidden])");
  if (shown)
    for (const button of into.querySelectorAll("[data-map-service]")) button.removeAttribute("hidden");
}
