import fc from "fast-check";
import { expect, it } from "vitest";
import type { ServiceRow } from "@/domain/figures/service-row";
import { ALL_ROWS, listPagePath, pageOfList, ROWS_PER_PAGE, readListPage } from "./list-pages";

const rows = fc.array(
  fc.record({
    category: fc.constantFrom("eye-care" as const, "hearing" as const, "dialysis" as const),
    status: fc.constantFrom("operating" as const, "planned" as const, "ended" as const),
    town: fc.constantFrom("", "Brighton", "Ascot", "Zeal"),
  }),
  { maxLength: 120 },
);
type Row = { category: "eye-care" | "hearing" | "dialysis"; status: ServiceRow["status"]; town: string };

const service = ({ category, status, town }: Row, id: number): ServiceRow => ({
  id: String(id),
  slug: `s${id}`,
  name: `S${id}`,
  category,
  status,
  kind: "company",
  visibility: "published",
  placeId: null,
  position: null,
  providerId: null,
  provider: null,
  place: town === "" ? null : { slug: "p", name: "P", nameCy: null, town, postcode: "" },
  isProviderHidden: false,
  startedOn: null,
  mayHaveEnded: false,
  mayHaveEndedReason: null,
  lastConfirmedOn: null,
  notCounted: null,
  region: null,
});

it("has every row on exactly one page, and the page of all has the same in the same order", () => {
  fc.assert(
    fc.property(rows, (some) => {
      const services = some.map(service);
      const first = pageOfList(services, 1);
      const numbers = Array.from({ length: first?.pages ?? 0 }, (_, at) => at + 1);
      const pages = numbers.map((number) => pageOfList(services, number));
      const ids = pages.map((page) => page?.groups.flatMap((group) => group.services.map(({ id }) => id)));
      expect(ids.flat().toSorted()).toEqual(services.map(({ id }) => id).toSorted());
      for (const held of ids) expect(held?.length).toBeLessThanOrEqual(ROWS_PER_PAGE);
      expect(pageOfList(services, numbers.length + 1)).toBeUndefined();
      const all = pageOfList(services, ALL_ROWS);
      if (numbers.length === 1) expect(all).toBeUndefined();
      else expect(all?.groups.flatMap((group) => group.services.map(({ id }) => id))).toEqual(ids.flat());
    }),
  );
});

it("says of each kind how many the whole list has, and has each once on a page", () => {
  fc.assert(
    fc.property(rows, (some) => {
      for (const { category, total } of pageOfList(some.map(service), 1)?.groups ?? [])
        expect(total).toBe(
          category === null ? some.length : some.filter((one) => one.category === category).length,
        );
    }),
  );
});

it("puts the commonest kind first, in it the towns by name, and what is over or has no town last", () => {
  const many = (count: number, given: Partial<Row>) =>
    Array.from({ length: count }, () => ({
      category: "eye-care" as const,
      status: "operating" as const,
      town: "Ascot",
      ...given,
    }));
  const services = [
    ...many(1, { category: "hearing" }),
    ...many(1, { status: "ended", town: "Ascot" }),
    ...many(1, { town: "" }),
    ...many(1, { town: "Zeal" }),
    ...many(9, { town: "Brighton" }),
  ].map(service);
  const groups = pageOfList(services, 1)?.groups ?? [];
  expect(groups.map(({ category }) => category)).toEqual(["eye-care", "hearing"]);
  expect(groups[0]?.services.slice(-3).map(({ place, status }) => [place?.town, status])).toEqual([
    ["Zeal", "operating"],
    [undefined, "operating"],
    ["Ascot", "ended"],
  ]);
});

it("reads the address of a page as it writes it, and no other spelling", () => {
  for (const number of [2, 17, ALL_ROWS] as const) {
    const path = listPagePath("/areas/region/london", number);
    expect(readListPage(path.slice(path.lastIndexOf("/") + 1))).toBe(number);
  }
  expect(listPagePath("/areas/region/london", 1)).toBe("/areas/region/london");
  for (const text of ["1", "0", "02", "-1", "2.0", "ALL", "", "99999"])
    expect(readListPage(text)).toBeUndefined();
});

/** So many services of one kind in one town, in the order of their names. */
const inOrder = (count: number, given: Partial<Row> = {}) =>
  Array.from({ length: count }, (_, at) => ({
    ...service({ category: "eye-care", status: "operating", town: "Ascot", ...given }, at),
    name: `S${String(at).padStart(2, "0")}`,
  }));
const namesOf = (page: ReturnType<typeof pageOfList>) =>
  page?.groups.flatMap(({ services }) => services.map(({ name }) => name));

it("has 25 rows a page, and one page where there are no more", () => {
  expect(pageOfList(inOrder(25), 1)).toMatchObject({ number: 1, pages: 1, total: 25 });
  expect(pageOfList(inOrder(25), 2)).toBeUndefined();
  expect(pageOfList(inOrder(25), ALL_ROWS)).toBeUndefined();
  const services = inOrder(30);
  const names = services.map(({ name }) => name);
  expect(pageOfList(services, 1)).toMatchObject({ number: 1, pages: 2, total: 30 });
  expect(namesOf(pageOfList(services, 1))).toEqual(names.slice(0, 25));
  expect(namesOf(pageOfList(services, 2))).toEqual(names.slice(25));
  expect(pageOfList(services, 3)).toBeUndefined();
  expect(pageOfList(services, ALL_ROWS)).toMatchObject({ number: ALL_ROWS, pages: 2 });
  expect(namesOf(pageOfList(services, ALL_ROWS))).toEqual(names);
  expect(pageOfList([], 1)).toEqual({
    number: 1,
    pages: 1,
    total: 0,
    groups: [{ category: null, total: 0, services: [] }],
  });
});

it("tells kinds apart in a list of eleven and not in one of ten, and a kind only on a page that has it", () => {
  expect(pageOfList(inOrder(10), 1)?.groups.map(({ category }) => category)).toEqual([null]);
  expect(pageOfList(inOrder(11), 1)?.groups.map(({ category }) => category)).toEqual(["eye-care"]);
  const two = [...inOrder(26), ...inOrder(2, { category: "hearing" })];
  expect(pageOfList(two, 1)?.groups.map(({ category, total }) => [category, total])).toEqual([
    ["eye-care", 26],
  ]);
  expect(pageOfList(two, 2)?.groups.map(({ category, total }) => [category, total])).toEqual([
    ["eye-care", 26],
    ["hearing", 2],
  ]);
});

it("in a short list what is over comes last, then by kind, town, name and id", () => {
  const named = (id: string, name: string | null, given: Partial<Row> = {}) => ({
    ...service({ category: "eye-care", status: "operating", town: "Ascot", ...given }, 0),
    id,
    name,
  });
  const services = [
    named("9", "Over", { status: "ended" }),
    named("8", "Hearing", { category: "hearing" }),
    named("7", "B"),
    named("6", "A", { town: "Zeal" }),
    named("5", "A"),
    named("4", "A"),
    named("3", null),
    named("2", "A", { town: "" }),
  ];
  const ids = (some: typeof services) => pageOfList(some, 1)?.groups[0]?.services.map(({ id }) => id);
  const expected = ["3", "4", "5", "7", "6", "2", "8", "9"];
  expect(ids(services)).toEqual(expected);
  expect(ids(services.toReversed())).toEqual(expected);
});
