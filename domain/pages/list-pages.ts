import type { ServiceRow } from "@/domain/figures/service-row";
import { countAlike } from "@/domain/pages/group-by-region";
import type { ServiceCategory } from "@/domain/services/category";

/** As many rows as one page of a list has: what a phone shows in a few screens. */
export const ROWS_PER_PAGE = 25;
/** From so many rows on a list is easier to find one's way in with headings than without. */
const ROWS_TO_GROUP = 10;

/** The word in an address for the page that has every row: for printing, for searching in it, and for scripts to sort. */
export const ALL_ROWS = "all";
/** Which page of a list: from 1 on, or all of it. */
export type ListPageNumber = number | typeof ALL_ROWS;

/** The rows of one kind of care that a page has, and how many the whole list has of it; without a kind where none is told apart. */
export type ListGroup = { category: ServiceCategory | null; total: number; services: readonly ServiceRow[] };
export type ListPage = { number: ListPageNumber; pages: number; total: number; groups: readonly ListGroup[] };

/** Reads the last segment of an address: "2" and on (the first page has no number), or "all". Undefined for any other. */
export function readListPage(text: string): ListPageNumber | undefined {
  if (text === ALL_ROWS) return text;
  return /^[1-9]\d{0,3}$/.test(text) && text !== "1" ? Number(text) : undefined;
}

/** The address of a page of a list. @param path of the record whose list it is. */
export function listPagePath(path: string, number: ListPageNumber): string {
  return number === 1 ? path : `${path}/page/${number}`;
}

/**
 * One page of a list: by kind of care, the commonest first, then by town and name; what has ended comes last of its kind.
 * @returns undefined where the list has no such page; the first is there even if it is empty.
 */
export function pageOfList(services: readonly ServiceRow[], number: ListPageNumber): ListPage | undefined {
  const total = services.length;
  const pages = Math.max(1, Math.ceil(total / ROWS_PER_PAGE));
  if (number === ALL_ROWS ? pages === 1 : number > pages) return undefined;
  const kinds = countAlike(services);
  const place = new Map(kinds.map(({ category }, at) => [category, at]));
  const order = (service: ServiceRow) => place.get(service.category) ?? kinds.length;
  // Under headings what is over is the last of its kind; without them, the last of all.
  const isGrouped = total > ROWS_TO_GROUP;
  const over = (service: ServiceRow) => Number(service.status === "ended");
  const sorted = services.toSorted(
    (a, b) =>
      (isGrouped ? order(a) - order(b) || over(a) - over(b) : over(a) - over(b) || order(a) - order(b)) ||
      byTown(a, b),
  );
  const first = number === ALL_ROWS ? 0 : (number - 1) * ROWS_PER_PAGE;
  const shown = number === ALL_ROWS ? sorted : sorted.slice(first, first + ROWS_PER_PAGE);
  if (!isGrouped) return { number, pages, total, groups: [{ category: null, total, services: shown }] };
  const groups = kinds.flatMap(({ category, count }) => {
    const held = shown.filter((service) => service.category === category);
    return held.length > 0 ? [{ category, total: count, services: held }] : [];
  });
  return { number, pages, total, groups };
}

/** Those without a town, which serve a whole area, come last. */
function byTown(a: ServiceRow, b: ServiceRow): number {
  const town = ({ place }: ServiceRow) => place?.town ?? "";
  const name = ({ name: own, id }: ServiceRow) => own ?? id;
  return (
    Number(town(a) === "") - Number(town(b) === "") ||
    town(a).localeCompare(town(b), "en") ||
    name(a).localeCompare(name(b), "en") ||
    (a.id < b.id ? -1 : 1)
  );
}
