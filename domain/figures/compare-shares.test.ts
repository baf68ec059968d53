import { describe, expect, it } from "vitest";
import { compareShares, ENOUGH_TREATMENTS } from "./compare-shares";

const healthBody = (name: string, admitted: [number, number], nonAdmitted: [number, number]) => ({
  name,
  share: {
    definition: "outside-the-nhs" as const,
    admitted: { outside: admitted[0], all: admitted[1] },
    nonAdmitted: { outside: nonAdmitted[0], all: nonAdmitted[1] },
    together: { outside: admitted[0] + nonAdmitted[0], all: admitted[1] + nonAdmitted[1] },
    unknown: 0,
  },
});
const healthBodies = [
  healthBody("Bath", [100, 1000], [900, 9000]),
  healthBody("Avon", [500, 1000], [500, 9000]),
  healthBody("Cumbria", [300, 1000], [0, 9000]),
];
const inOrder = (order: Parameters<typeof compareShares>[1], rows = healthBodies) =>
  compareShares(rows, order).ranked.map(({ name, rank }) => `${rank} ${name}`);

describe("boards in order", () => {
  it("by all treatment: equal shares have one rank and stand by name", () => {
    expect(inOrder("all")).toEqual(["1 Avon", "1 Bath", "3 Cumbria"]);
  });

  it("by treatment with and without an admission", () => {
    expect(inOrder("admitted")).toEqual(["1 Avon", "2 Cumbria", "3 Bath"]);
    expect(inOrder("non-admitted")).toEqual(["1 Bath", "2 Avon", "3 Cumbria"]);
  });

  it("by name, without a rank", () => {
    expect(inOrder("name")).toEqual(["null Avon", "null Bath", "null Cumbria"]);
  });

  it("shares that read the same are equal", () => {
    const close = [healthBody("A", [10_001, 100_000], [0, 0]), healthBody("B", [10_004, 100_000], [0, 0])];
    expect(inOrder("all", close)).toEqual(["1 A", "1 B"]);
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
