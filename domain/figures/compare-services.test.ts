import { describe, expect, it } from "vitest";
import {
  COMPARED_KINDS,
  ENOUGH_PLACES,
  LIKE_ORDERS,
  likePath,
  orderLikeAreas,
  readLike,
} from "./compare-services";

const area = (
  name: string,
  services: number,
  [practices, outsourced, notKnown]: [number, number, number],
) => ({
  name,
  services,
  practices,
  outsourced,
  notKnown,
});
const AREAS = [
  area("Beta", 4, [100, 10, 5]),
  area("Alpha", 4, [100, 30, 5]),
  area("Gamma", 9, [ENOUGH_PLACES - 1, 9, 0]),
  area("Delta", 1, [100, 12, 40]),
  area("Epsilon", 2, [100, 1, 2]),
];
const inOrder = (order: (typeof LIKE_ORDERS)[number]) =>
  orderLikeAreas(AREAS, order).map(({ name, rank }) => `${name} ${rank ?? "-"}`);

describe("like areas in order", () => {
  it("by services: the most first, the same by name, and no ranks, since it is an order of what is known", () => {
    expect(inOrder("services")).toEqual(["Gamma -", "Alpha -", "Beta -", "Epsilon -", "Delta -"]);
  });

  it("by practices: a rank only where no other's range meets it, and none with fewer than thirty", () => {
    expect(inOrder("practices")).toEqual(["Alpha -", "Delta -", "Beta -", "Epsilon 4", "Gamma -"]);
  });

  it("thirty practices are enough to be ranked, and of two with the same known share the less known comes first", () => {
    const rows = [
      area("A", 1, [ENOUGH_PLACES, 3, 0]),
      area("B", 1, [ENOUGH_PLACES, 3, 6]),
      area("C", 1, [ENOUGH_PLACES - 1, 29, 0]),
      area("D", 1, [ENOUGH_PLACES, 30, 0]),
    ];
    const ranked = orderLikeAreas(rows, "practices").map(({ name, rank }) => `${name} ${rank ?? "-"}`);
    expect(ranked).toEqual(["D 1", "B -", "A -", "C -"]);
  });

  it("by name", () => {
    expect(inOrder("name")).toEqual(["Alpha -", "Beta -", "Delta -", "Epsilon -", "Gamma -"]);
  });

  it("never are constituencies, regions or nations", () => {
    expect(COMPARED_KINDS).toEqual(["icb", "health-board", "hsc-trust", "council"]);
  });
});

it("an address says the kind, the nation and the order, and nothing else is one", () => {
  for (const kind of COMPARED_KINDS)
    for (const order of LIKE_ORDERS) {
      const path = likePath({ kind, nation: "northern-ireland" }, order);
      expect(readLike(path.split("/").at(-1) ?? "")).toEqual({ kind, nation: "northern-ireland", order });
    }
  for (const text of ["", "council", "council-in-england-by-luck", "constituency-in-england", "england"])
    expect(readLike(text)).toBeNull();
  // The order was by all kinds of place once.
  expect(readLike("council-in-wales-by-places")).toEqual({
    kind: "council",
    nation: "wales",
    order: "practices",
  });
});
