import { describe, expect, it } from "vitest";
import { definitionOf } from "@/domain/providers/legal-form";
import { compareShares, ENOUGH_TREATMENTS, notKnownOf, percentRange } from "./compare-shares";

const healthBody = (
  name: string,
  admitted: [number, number],
  nonAdmitted: [number, number],
  unknown = 0,
) => ({
  name,
  share: {
    definition: "outside-the-nhs" as const,
    admitted: { outside: admitted[0], all: admitted[1] },
    nonAdmitted: { outside: nonAdmitted[0], all: nonAdmitted[1] },
    together: { outside: admitted[0] + nonAdmitted[0], all: admitted[1] + nonAdmitted[1] },
    unknown,
  },
  notKnown: { together: unknown, admitted: unknown, nonAdmitted: 0 },
});
const healthBodies = [
  healthBody("Bath", [100, 1000], [900, 9000]),
  healthBody("Avon", [500, 1000], [500, 9000]),
  healthBody("Cumbria", [300, 1000], [0, 9000]),
];
const inOrder = (order: Parameters<typeof compareShares>[1], rows = healthBodies) =>
  compareShares(rows, order).ranked.map(({ name, rank }) => `${rank} ${name}`);

describe("boards in order", () => {
  it("by all treatment: equal shares have no rank and stand by name", () => {
    expect(inOrder("all")).toEqual(["null Avon", "null Bath", "3 Cumbria"]);
  });

  it("by treatment with and without an admission", () => {
    expect(inOrder("admitted")).toEqual(["1 Avon", "2 Cumbria", "3 Bath"]);
    expect(inOrder("non-admitted")).toEqual(["1 Bath", "2 Avon", "3 Cumbria"]);
  });

  it("of two with the same known share the one with more that is not known comes first", () => {
    const rows = [healthBody("A", [100, 1000], [0, 0], 10), healthBody("B", [100, 1000], [0, 0], 90)];
    expect(inOrder("all", rows)).toEqual(["null B", "null A"]);
    expect(inOrder("all", rows.toReversed())).toEqual(["null B", "null A"]);
  });

  it("a share of nothing has no range", () => {
    expect(percentRange({ outside: 0, all: 0 }, 0)).toBeNull();
    expect(percentRange({ outside: 1, all: 10 }, 2)).toEqual({ low: 10, high: 30 });
  });

  it("by name, without a rank", () => {
    expect(inOrder("name")).toEqual(["null Avon", "null Bath", "null Cumbria"]);
  });

  it("shares that read the same are equal", () => {
    const close = [healthBody("A", [10_001, 100_000], [0, 0]), healthBody("B", [10_004, 100_000], [0, 0])];
    expect(inOrder("all", close)).toEqual(["null A", "null B"]);
  });

  it("what is not known can turn an order round: then there is no rank", () => {
    const rows = (unknown: number) => [
      healthBody("A", [300, 1000], [0, 0]),
      healthBody("B", [200, 1000], [0, 0], unknown),
      healthBody("C", [100, 1000], [0, 0]),
    ];
    expect(inOrder("all", rows(99))).toEqual(["1 A", "2 B", "3 C"]);
    expect(inOrder("all", rows(100))).toEqual(["null A", "null B", "3 C"]);
  });

  it("tells what is not known by column, and nothing where the reader counts it", () => {
    const cells = [
      { kind: "unknown" as const, function: "C_130", admitted: 3, nonAdmitted: 4 },
      { kind: "company" as const, function: "C_130", admitted: 5, nonAdmitted: 6 },
    ];
    expect(notKnownOf(cells, "outside-the-nhs")).toEqual({ together: 7, admitted: 3, nonAdmitted: 4 });
    expect(notKnownOf(cells, definitionOf(["not-known"]))).toEqual({
      together: 0,
      admitted: 0,
      nonAdmitted: 0,
    });
  });
});

describe("too little to compare", () => {
  const small = healthBody("Tiny", [ENOUGH_TREATMENTS - 1, ENOUGH_TREATMENTS - 1], [0, 5000]);

  it("a board under the threshold has no rank where it is under it, however large its share", () => {
    const { ranked, notEnough } = compareShares([...healthBodies, small], "admitted");
    expect(ranked.map(({ name }) => name)).not.toContain("Tiny");
    expect(notEnough.map(({ name }) => name)).toEqual(["Tiny"]);
  });

  it("and has one where there is enough", () => {
    expect(compareShares([...healthBodies, small], "non-admitted").notEnough).toEqual([]);
  });

  it("exactly enough is enough", () => {
    const enough = healthBody("Enough", [1, ENOUGH_TREATMENTS], [0, 0]);
    expect(compareShares([enough], "admitted").notEnough).toEqual([]);
  });
});
